import { z } from 'zod';
import {
  chosenScanSettingsSchema,
  scanSettingsSchema,
  usualScanSettings,
} from '../scanning/scan-settings.ts';
import { priceListSchema, usualPriceList } from '../usage/pricing.ts';
import { toldWarningSchema } from '../usage/warnings.ts';

/** Widths of columns in px, by field. */
const columnWidthsSchema = z
  .record(z.string().max(64), z.number().min(1).max(5_000))
  .refine((widths) => Object.keys(widths).length <= 400);
export type ColumnWidths = Readonly<Record<string, number>>;

/** The columns of a table of lines: their order, which of them are hidden, and the widths that the person chose. */
const columnLayoutSchema = z.object({
  order: z.array(z.string().max(64)).max(400),
  hidden: z.array(z.string().max(64)).max(400),
  widths: columnWidthsSchema,
});
/** By connection: each has fields of its own. */
const columnLayoutsSchema = z.record(z.string().max(64), columnLayoutSchema);

/** What was told of each connection's requests, so that it is told once a month. */
const toldWarningsSchema = z.record(z.string().max(64), toldWarningSchema);

/** What closing the window does while orders wait to be sent. */
export const whenClosingChoices = ['ask', 'background', 'quit'] as const;
export type WhenClosing = (typeof whenClosingChoices)[number];

/** What a scan of a part does that a draft has a line of already. */
export const scanAgainChoices = ['raise', 'new-line'] as const;
export type ScanAgain = (typeof scanAgainChoices)[number];

/** What Order Desk remembers of a person's choices on this machine. Unknown or broken values fall back one by one. */
export const preferencesSchema = z.object({
  appearance: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Path of the screen shown last, such as `/orders`. */
  lastScreen: z.string().max(500).catch('/orders'),
  railCollapsed: z.boolean().catch(false),
  /** Columns of the orders table, in order. */
  orderColumns: z
    .array(z.string().max(64))
    .max(60)
    .catch(() => [...defaultOrderColumns]),
  orderSort: z
    .object({ field: z.string().max(64), descending: z.boolean() })
    .nullable()
    .catch(null),
  /** Widths that the person chose in the orders table, and in the lines of an order. */
  orderColumnWidths: columnWidthsSchema.catch({}),
  lineColumnWidths: columnWidthsSchema.catch({}),
  /** The columns of a draft's lines, and of the lines that an order in PIMS has. */
  draftLineLayouts: columnLayoutsSchema.catch({}),
  orderLineLayouts: columnLayoutsSchema.catch({}),
  maxReturn: z.number().int().min(1).max(5_000).catch(100),
  /** "Nothing here reaches PIMS" on the practice connection: shown until put away. */
  practiceBannerClosed: z.boolean().catch(false),
  whenClosing: z.enum(whenClosingChoices).catch('ask'),
  /** Closing the window leaves Order Desk in the tray, also when nothing waits. */
  keepInTray: z.boolean().catch(false),
  /** Tell through the system what the outbox did while the window is not seen. */
  notifications: z.boolean().catch(true),
  /** Fast keys on the screen of a draft are taken for a barcode scanner's. */
  scannerOn: z.boolean().catch(true),
  scanner: scanSettingsSchema.catch(usualScanSettings),
  scanAgain: z.enum(scanAgainChoices).catch('raise'),
  /** What requests cost; the vendor's public price list unless somebody has agreed on another one. */
  priceList: priceListSchema.catch(usualPriceList),
  toldWarnings: toldWarningsSchema.catch({}),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const defaultOrderColumns: readonly string[] = [
  'ORDER_NUMBER',
  'REFERENCE_NUMBER',
  'CUSTOMER_CODE',
  'BNAME',
  'ORDER_DATE',
  'ORDER_TYPE',
  'ORDER_STATUS',
];

/** A change of some preferences; what is absent stays. */
export const preferencesPatchSchema = z.object({
  appearance: z.enum(['system', 'light', 'dark']).optional(),
  lastScreen: z.string().max(500).optional(),
  railCollapsed: z.boolean().optional(),
  orderColumns: z.array(z.string().max(64)).max(60).optional(),
  orderSort: z
    .object({ field: z.string().max(64), descending: z.boolean() })
    .nullable()
    .optional(),
  orderColumnWidths: columnWidthsSchema.optional(),
  lineColumnWidths: columnWidthsSchema.optional(),
  draftLineLayouts: columnLayoutsSchema.optional(),
  orderLineLayouts: columnLayoutsSchema.optional(),
  maxReturn: z.number().int().min(1).max(5_000).optional(),
  practiceBannerClosed: z.boolean().optional(),
  whenClosing: z.enum(whenClosingChoices).optional(),
  keepInTray: z.boolean().optional(),
  notifications: z.boolean().optional(),
  scannerOn: z.boolean().optional(),
  scanner: chosenScanSettingsSchema.optional(),
  scanAgain: z.enum(scanAgainChoices).optional(),
  priceList: priceListSchema.optional(),
  toldWarnings: toldWarningsSchema.optional(),
});
export type PreferencesPatch = z.infer<typeof preferencesPatchSchema>;
