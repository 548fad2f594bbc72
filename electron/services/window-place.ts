import { z } from 'zod';
import type { SettingsRepository } from '../storage/settings.ts';

/** Where the window was, in device-independent pixels. */
export const windowPlaceSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

export interface WindowPlaceService {
  /** Null at the first start. */
  read(): WindowPlace | null;
  write(place: WindowPlace): void;
}

export function createWindowPlaceService(settings: SettingsRepository): WindowPlaceService {
  return {
    read: () => settings.read('window-place', windowPlaceSchema) ?? null,
    write: (place) => settings.write('window-place', place),
  };
}
