import { addressParts } from '../../orders/field-labels.ts';
import { documentedFields, fieldsSetByPims, isFieldName, type PimsTable } from '../../pims/fields.ts';
import { compactHeading } from './compact-heading.ts';

/** How the texts of a field are taken: codes and texts as they stand, numbers and dates by one reading of their column. */
export type FieldKind = 'code' | 'text' | 'number' | 'date';

/** A field that a column can be imported into. */
export interface ImportField {
  readonly table: PimsTable;
  readonly field: string;
  readonly kind: FieldKind;
  /** Other names of it, as `compactHeading` makes them. */
  readonly synonyms: readonly string[];
}

/** How a field is named, without its other names: what a mapping refers to. */
export type FieldName = Pick<ImportField, 'table' | 'field'>;

const lineWords: Readonly<Record<string, { readonly kind: FieldKind; readonly words: string }>> = {
  PART_CODE: {
    kind: 'code',
    words: `part, part code, part number, partno, sku, item, item code, item number, item id, product code, product number,
      product id, product/service, article, article number, article code, variant sku, lineitem sku, line item sku, mpn, model number,
      manufacturer part number, stock code, material, material number, artikel, artikelnummer, artikelcode, art nr, artnr, produktnummer,
      teil, teilenummer, sachnummer, référence, référence article, référence produit, réf, code article, code produit,
      numéro article, numéro d'article, matériel`,
  },
  QUANTITY: {
    kind: 'number',
    words: `quantity, qty, quantity ordered, qty ordered, ordered qty, order quantity, order qty, lineitem quantity, line item quantity,
      pieces, pcs, units, count, menge, anzahl, stück, stückzahl, stk, bestellmenge, auftragsmenge, zielmenge, quantité, qté,
      quantité commandée, qté commandée, nombre, nb`,
  },
  DESCRIPTION: {
    kind: 'text',
    words: `description, item description, part description, product description, product, product name, item name, title,
      lineitem name, line item name, memo/description, bezeichnung, beschreibung, artikelbezeichnung, benennung, kurztext,
      materialkurztext, désignation, libellé, description article`,
  },
};

/** PIMS documents no such field, yet tenants have it: it is matched where the connection has shown it. */
const priceWords = `unit price, price, price each, rate, sales price, lineitem price, line item price, preis, einzelpreis, stückpreis,
  nettopreis, prix, prix unitaire, pu, pu ht`;

const orderWords: Readonly<Record<string, { readonly kind: FieldKind; readonly words: string }>> = {
  REFERENCE_NUMBER: {
    kind: 'code',
    words: `reference number, order reference, our reference, order, order number, order id, order no, order name, sales order, document number,
      invoice number, num, auftrag, auftragsnummer, belegnummer, verkaufsbeleg, beleg, numéro de commande, commande, n° commande`,
  },
  PO_NUMBER: {
    kind: 'code',
    words: `po, po number, purchase order, purchase order number, customer po, customer po number, kundenbestellnummer, bestellnummer,
      bestellung, ihre bestellung, bon de commande, numéro bon de commande`,
  },
  CUSTOMER_CODE: {
    kind: 'code',
    words: `customer, customer code, customer number, customer id, account, account number, sold to, sold to party, kunde, kundennummer,
      kundencode, debitor, auftraggeber, client, code client, numéro client, n° client`,
  },
  ORDER_DATE: {
    kind: 'date',
    words: `date, order date, ordered on, created at, document date, invoice date, txn date, datum, bestelldatum, auftragsdatum, belegdatum,
      date de commande, date commande`,
  },
  LOCATION_CODE: {
    kind: 'code',
    words:
      'location, location code, warehouse, warehouse code, site, lager, lagerort, werk, entrepôt, dépôt, magasin',
  },
  SALESPERSON_CODE: {
    kind: 'code',
    words:
      'salesperson, sales person, salesperson code, sales rep, rep, verkäufer, vertreter, vendeur, commercial',
  },
};

const addressKindWords = {
  B: ['billing', 'bill to', 'invoice', 'rechnung', 'rechnungs', 'facturation'],
  S: ['shipping', 'ship to', 'delivery', 'liefer', 'lieferung', 'livraison'],
} as const;

const addressPartWords: Readonly<Record<string, string>> = {
  NAME: 'name, company, firma, nom, société',
  ATTENTION: 'attention, attn, contact, ansprechpartner',
  ADDRESS1: 'address, address1, address line 1, street, strasse, adresse, rue',
  ADDRESS2: 'address2, address line 2, adresse 2, adresszusatz',
  CITY: 'city, town, ort, stadt, ville',
  STATE: 'state, province, region, bundesland, région',
  ZIPCODE: 'zip, zip code, postal code, postcode, plz, postleitzahl, code postal',
  COUNTRY: 'country, land, pays',
  PHONE: 'phone, telephone, telefon, téléphone',
  EMAIL: 'email, e-mail, mail',
};

/** Lines can’t be imported without. */
export const requiredFields: readonly string[] = ['PART_CODE', 'QUANTITY'];

/** Names of columns that our own files have and nobody means to import. */
export const REASON_HEADING = 'Why not imported';

/** The fields that every connection has, for lines and for orders. */
export const knownFields: readonly ImportField[] = [
  ...Object.entries(lineWords).map(([field, { kind, words }]) =>
    toField('ORDER_LINEITEMS', field, kind, words),
  ),
  ...Object.entries(orderWords).map(([field, { kind, words }]) => toField('ORDERS', field, kind, words)),
  ...(['B', 'S'] as const).flatMap((kind) =>
    addressParts.map((part) => toField('ORDERS', kind + part, 'text', addressWords(kind, part))),
  ),
];

const priceField = toField('ORDER_LINEITEMS', 'UNIT_PRICE', 'number', priceWords);

/**
 * The fields that a file can be imported into: the known ones, those that the vendor's pages name, and those that the
 * connection has shown (`orders.fieldNames`), without the ones that PIMS sets itself.
 */
export function importFields(seen: Readonly<Record<PimsTable, readonly string[]>>): ImportField[] {
  const fields = [...knownFields];
  for (const table of ['ORDER_LINEITEMS', 'ORDERS'] as const) {
    for (const field of [...documentedFields[table], ...seen[table]]) {
      if (!isFieldName(field) || fieldsSetByPims[table].includes(field)) continue;
      if (fields.some((known) => known.table === table && known.field === field)) continue;
      const isPrice = table === priceField.table && field === priceField.field;
      fields.push(isPrice ? priceField : { table, field, kind: 'text', synonyms: [] });
    }
  }
  return fields;
}

function toField(table: PimsTable, field: string, kind: FieldKind, words: string): ImportField {
  const synonyms = new Set(words.split(',').map(compactHeading));
  return { table, field, kind, synonyms: [...synonyms] };
}

function addressWords(kind: keyof typeof addressKindWords, part: string): string {
  const names = (addressPartWords[part] ?? '').split(',').map((word) => word.trim());
  return addressKindWords[kind].flatMap((first) => names.map((name) => `${first} ${name}`)).join(',');
}
