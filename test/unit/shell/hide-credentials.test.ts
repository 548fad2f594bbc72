import { describe, expect, it } from 'vitest';
import { hideCredentials } from '../../../electron/shell/hide-credentials.ts';

describe('hideCredentials', () => {
  it.each([
    ['authorization: Basic YXBpOnNlY3JldA==', 'authorization: Basic [hidden]'],
    ['{"authorization":"Bearer pim_abcdef123"}', '{"authorization":"Bearer [hidden]"}'],
    ['GET /orders?teamID=t&apiSecret=hush%20hush&x=1', 'GET /orders?teamID=t&apiSecret=[hidden]&x=1'],
    ['{"apiSecret": "hush", "teamID": "t"}', '{"apiSecret": "[hidden]", "teamID": "t"}'],
    ['https://someone:hush@proxy.example.com:8080/', 'https://[hidden]@proxy.example.com:8080/'],
  ])('turns %s into %s', (line, shown) => {
    expect(hideCredentials(line)).toBe(shown);
  });

  it('leaves ordinary lines alone', () => {
    const line = 'The call orders.query failed at https://pims.example.com/tenant for someone@example.com';
    expect(hideCredentials(line)).toBe(line);
  });
});
