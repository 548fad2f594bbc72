import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrackingPage, trackingPage } from '../../../shared/fulfilment/carriers.ts';

describe('trackingPage', () => {
  it.each([
    ['UPS', '1Z999AA10123456784'],
    ['UPS', '1z 999 aa1 01 2345 6784'],
    ['USPS', '9400 1112 0108 0805 4830 16'],
    ['USPS', '0307 1790 0005 2348 3741'],
    ['USPS', '7196 9010 7560 0307 7385'],
    ['USPS', 'RB123456785US'],
    ['FedEx', '986578788855'],
    ['FedEx', '041441760228964'],
    ['FedEx', '9611020987654312345672'],
    ['DHL', '3318810025'],
    ['DHL', 'JJD0099999999'],
    ['DHL', 'GM2951173225174494'],
  ])('knows a number of %s: %s', (carrier, number) => {
    const page = trackingPage(number);
    expect(page?.carrier).toBe(carrier);
    expect(page?.address).toMatch(/^https:\/\/[a-z.]+\.com\/.*=[0-9A-Z]+$/);
    expect(isTrackingPage(page?.address ?? '')).toBe(true);
  });

  it.each([
    ['of the vendor’s examples, too short for UPS', '1Z9990001'],
    ['with a wrong check digit', '986578788856'],
    ['with a wrong check digit of USPS', '9400111201080805483017'],
    ['with a wrong check digit of the postal union', 'RB123456784US'],
    ['of another country’s post', 'RB123456785GB'],
    ['of nobody', 'LOCAL-PICKUP'],
    ['that is empty', ''],
  ])('knows no carrier of a number %s', (_, number) => {
    expect(trackingPage(number)).toBeNull();
  });
});

describe('isTrackingPage', () => {
  it.each([
    'https://www.ups.com/',
    'https://www.ups.com/track?tracknum=',
    'https://www.ups.com/track?tracknum=1Z999AA10123456784&next=https://example.com',
    'https://www.ups.com/track?tracknum=1z999aa10123456784',
    'https://www.ups.com/track?tracknum=986578788855',
    'http://www.ups.com/track?tracknum=1Z999AA10123456784',
    'https://www.ups.com.example.com/track?tracknum=1Z999AA10123456784',
    'https://example.com/track?tracknum=1Z999AA10123456784',
  ])('refuses %s', (address) => {
    expect(isTrackingPage(address)).toBe(false);
  });

  it('allows no more than numbers behind a carrier’s page, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const address = `https://www.ups.com/track?tracknum=${text}`;
        expect(isTrackingPage(address)).toBe(/^1Z[0-9A-Z]{16}$/.test(text));
      }),
    );
  });
});
