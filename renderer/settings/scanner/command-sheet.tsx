import { commandCode, type ScanCommand } from '../../../shared/scanning/command-codes.ts';
import { Barcode } from '../../ui/barcode.tsx';
import classes from './command-sheet.module.css';
import { commandName } from './command-words.ts';

/** The printed codes of commands: what the scanner can do without being put down. */
export function CommandSheet({ commands }: { readonly commands: readonly ScanCommand[] }) {
  return (
    <div className={classes.sheet}>
      <p className={classes.title}>Order Desk: codes for the scanner</p>
      <p className={classes.about}>
        Scan them on the screen of a draft. Quantity and Delete are for the line that was scanned last; after
        Next line, the next scan begins a line of its own.
      </p>
      <ul className={classes.codes} aria-label="Command codes">
        {commands.map((command) => {
          const code = commandCode(command);
          return (
            <li key={code} className={classes.code}>
              <Barcode code={code} height={14} />
              <div className={classes.name}>{commandName(command)}</div>
              <div className={classes.text}>{code}</div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
