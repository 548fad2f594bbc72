import { Button } from '@mantine/core';
import { paths, useGoTo } from '../app/routes.ts';

/** Leads to the day check. */
export function DayCheckButton() {
  const goTo = useGoTo();
  return (
    <Button variant="default" onClick={() => goTo(paths.dayCheck())}>
      Day check
    </Button>
  );
}
