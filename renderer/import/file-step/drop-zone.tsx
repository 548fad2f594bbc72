import { Button, FileButton, Text, TextInput } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, useState } from 'react';
import classes from './drop-zone.module.css';

interface DropZoneProps {
  readonly onFile: (file: Blob, name: string) => void;
}

/** Takes a file by dropping, by the system's dialog, or a table from the clipboard. */
export function DropZone({ onFile }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file, file.name);
  };
  const paste = (event: ClipboardEvent): void => {
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData('text/plain');
    if (file === undefined && text.trim() === '') return;
    event.preventDefault();
    if (file !== undefined) onFile(file, file.name);
    else onFile(new Blob([text]), 'Pasted table');
  };
  return (
    <section
      className={classes.zone}
      aria-label="Choose a file"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp size={28} aria-hidden className={classes.icon} />
      <Text fw={600}>Drop a file here, or choose one</Text>
      <Text size="sm" c="dimmed">
        CSV, TSV and other text files in any encoding, and Excel workbooks; up to 200,000 rows and 100 MB
      </Text>
      <FileButton
        accept=".csv,.tsv,.txt,.tab,.psv,.xlsx,.xlsm,.xls,.ods"
        onChange={(file) => file !== null && onFile(file, file.name)}
      >
        {(props) => (
          <Button {...props} mt="xs">
            Choose a file…
          </Button>
        )}
      </FileButton>
      {/* A page is told of what is pasted where text can be typed alone. Nothing is: it takes a table at once. */}
      <TextInput
        aria-label="Paste a table here"
        placeholder="or paste a table here (Ctrl+V)"
        mt="xs"
        w={240}
        value=""
        onChange={ignore}
        onPaste={paste}
      />
    </section>
  );
}

function ignore(): void {}
