import { Button } from '@mantine/core';
import { Filter } from 'lucide-react';

interface FiltersButtonProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Opens the filters, or puts them away. */
export function FiltersButton({ isOpen, onToggle }: FiltersButtonProps) {
  return (
    <Button
      variant={isOpen ? 'light' : 'default'}
      leftSection={<Filter size={14} aria-hidden />}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      Filters
    </Button>
  );
}

/** Whoever opens the filters goes on in them, once they are drawn. */
export function focusFiltersSoon(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-label="Filter 1 value"]')?.focus());
}
