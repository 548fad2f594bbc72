/** A parcel service that shows where a parcel is. */
export interface TrackingPage {
  readonly carrier: 'UPS' | 'FedEx' | 'USPS' | 'DHL';
  readonly address: string;
}

interface Carrier {
  readonly name: TrackingPage['carrier'];
  /** The page, up to and with the name of the parameter that takes the number. */
  readonly page: string;
  readonly isIts: (number: string) => boolean;
}

/*
 * By the forms that the carriers give. Digits alone are common, so theirs have to pass the carrier's check digit too: a
 * number that is taken for another carrier's leads to a page that does not know it.
 */
const carriers: readonly Carrier[] = [
  {
    name: 'UPS',
    page: 'https://www.ups.com/track?tracknum=',
    isIts: (number) => /^1Z[0-9A-Z]{16}$/.test(number),
  },
  {
    name: 'USPS',
    page: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
    isIts: (number) =>
      (/^9[1-5]\d{20}$/.test(number) && hasCheckDigit(number)) ||
      // The short form may leave out the 91 that its check digit counts.
      (/^(?:0[0-3]|23|7\d|81)\d{18}$/.test(number) &&
        (hasCheckDigit(number) || hasCheckDigit(`91${number}`))) ||
      (/^[A-Z]{2}\d{9}US$/.test(number) && hasPostalCheckDigit(number.slice(2, 11))),
  },
  {
    name: 'FedEx',
    page: 'https://www.fedex.com/fedextrack/?trknbr=',
    isIts: (number) =>
      (/^\d{12}$/.test(number) && hasExpressCheckDigit(number)) ||
      (/^\d{15}$/.test(number) && hasCheckDigit(number)) ||
      (/^96\d{20}$/.test(number) && hasCheckDigit(number.slice(7))),
  },
  {
    name: 'DHL',
    page: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=',
    isIts: (number) =>
      (/^\d{10}$/.test(number) && Number(number.slice(0, 9)) % 7 === Number(number[9])) ||
      /^J(?:JD|VGL)\d{10,18}$/.test(number) ||
      /^GM\d{16,18}$/.test(number),
  },
];

/** The carrier's page of a parcel, told by the form of its number; null when no carrier is known by it. */
export function trackingPage(trackingNumber: string): TrackingPage | null {
  const number = trackingNumber.replace(/[\s-]+/g, '').toUpperCase();
  const carrier = carriers.find(({ isIts }) => isIts(number));
  return carrier === undefined ? null : { carrier: carrier.name, address: carrier.page + number };
}

/** Whether an address is just what `trackingPage` makes of a number, and nothing else on the carrier's site. */
export function isTrackingPage(address: string): boolean {
  const page = carriers.find((carrier) => address.startsWith(carrier.page))?.page;
  return page !== undefined && trackingPage(address.slice(page.length))?.address === address;
}

/** The last digit makes up the sum of the others, every second one from the right three times, to a multiple of ten. */
function hasCheckDigit(number: string): boolean {
  const [check = 0, ...others] = [...number].map(Number).toReversed();
  const sum = others.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (sum + check) % 10 === 0;
}

/** FedEx Express: weights 3, 1, 7 from the left, modulo 11. */
function hasExpressCheckDigit(number: string): boolean {
  const weights = [3, 1, 7];
  const digits = [...number].map(Number);
  const sum = digits
    .slice(0, 11)
    .reduce((total, digit, index) => total + digit * (weights[index % 3] ?? 0), 0);
  return (sum % 11) % 10 === digits[11];
}

/** The Universal Postal Union's S10: eight digits and their check digit, modulo 11. */
function hasPostalCheckDigit(number: string): boolean {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const digits = [...number].map(Number);
  const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  const check = 11 - (sum % 11);
  return digits[8] === (check === 10 ? 0 : check === 11 ? 5 : check);
}
