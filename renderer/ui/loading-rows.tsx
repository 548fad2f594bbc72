import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

interface LoadingRowsProps {
  /** What is being read, for screen readers: "Reading orders". */
  readonly label: string;
  readonly rows?: number;
}

/** Grey bars in place of a list that is being read. */
export function LoadingRows({ label, rows = 8 }: LoadingRowsProps) {
  return (
    <Stack gap={6} py="xs" role="status" aria-busy>
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <Skeleton key={key} height={22} radius="sm" />
      ))}
    </Stack>
  );
}
