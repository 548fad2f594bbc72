import { passes, readFilters, readMaxReturn } from '../filters.ts';
import type { Fields } from '../records.ts';
import { PimsRejection } from '../rejection.ts';
import type { PimsEndpoint } from './call.ts';

/** GET inventory/single (pims-more: Inventory). Stock is read only and is not moved by orders made here. */
export const singlePart: PimsEndpoint = ({ query, state }) => {
  const code = query('partCode')?.trim();
  if (!code) throw new PimsRejection("Missing 'partCode' parameter!");
  const part = state.part(code);
  if (!part) throw new PimsRejection(`Part ${code.slice(0, 80)} was not found.`);
  return { body: { status: 'success', data: part, subRecords: null } };
};

/** POST inventory/query, with the same filters as orders (pims-more: Inventory). */
export const queryParts: PimsEndpoint = ({ query, body, state }) => {
  const most = readMaxReturn(query('maxReturn'));
  const filters = readFilters(body, state.knownFields('part'));
  const found: Fields[] = [];
  for (const part of state.parts) {
    if (found.length >= most) break;
    if (passes(part, filters)) found.push(part);
  }
  return { body: { status: 'success', data: found, subRecords: null } };
};
