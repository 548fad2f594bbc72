import { CloseButton, Table, Text } from '@mantine/core';
import type { Pack } from '../../shared/parts/pack.ts';

interface BarcodeTableProps {
  readonly packs: readonly Pack[];
  /** Part of a barcode or of a part code. */
  readonly wanted: string;
  readonly onRemove: (barcode: string) => void;
}

/** A table may have a hundred thousand; nobody reads them all. */
const MOST = 200;

/** The barcodes that fit what is looked for. */
export function BarcodeTable({ packs, wanted, onRemove }: BarcodeTableProps) {
  const text = wanted.trim().toLowerCase();
  const found = packs.filter(
    ({ barcode, partCode }) => barcode.toLowerCase().includes(text) || partCode.toLowerCase().includes(text),
  );
  const shown = found.slice(0, MOST);
  return (
    <>
      <Table.ScrollContainer
        minWidth={420}
        maxHeight={320}
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      >
        <Table stickyHeader aria-label="Barcodes of packs" verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Barcode</Table.Th>
              <Table.Th>Part code</Table.Th>
              <Table.Th ta="right">Pieces</Table.Th>
              <Table.Th aria-label="What can be done" w={40} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ barcode, partCode, quantity }) => (
              <Table.Tr key={barcode}>
                <Table.Td>{barcode}</Table.Td>
                <Table.Td>{partCode}</Table.Td>
                <Table.Td ta="right">{quantity}</Table.Td>
                <Table.Td>
                  <CloseButton size="sm" aria-label={`Remove ${barcode}`} onClick={() => onRemove(barcode)} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed" role="status">
        {found.length > MOST
          ? `The first ${MOST} of ${found.length} barcodes. Find the others by what they hold.`
          : `${found.length === 1 ? '1 barcode' : `${found.length} barcodes`}`}
      </Text>
    </>
  );
}
