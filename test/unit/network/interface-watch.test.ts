import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { fingerprint, watchInterfaces } from '../../../electron/network/interface-watch.ts';
import { manualClock } from '../services/manual-clock.ts';

function address(ip: string, internal = false): NetworkInterfaceInfo {
  return {
    address: ip,
    netmask: '255.255.255.0',
    family: 'IPv4',
    mac: '00:00:00:00:00:01',
    internal,
    cidr: `${ip}/24`,
  };
}

const loopback = { lo: [address('127.0.0.1', true)] };

describe('the watch over the network’s addresses', () => {
  function watched() {
    const clock = manualClock();
    const onChange = vi.fn();
    const present: { interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> } = { interfaces: loopback };
    const stop = watchInterfaces({ clock, onChange, read: () => present.interfaces });
    return { clock, onChange, present, stop };
  }

  it('tells when an address comes, changes and goes, once each', async () => {
    const { clock, onChange, present } = watched();
    const told: number[] = [];
    const networks = [{}, { wlan0: [address('10.0.0.5')] }, { wlan0: [address('10.0.0.9')] }, {}];
    for (const network of networks) {
      present.interfaces = { ...loopback, ...network };
      await clock.advance(60_000);
      told.push(onChange.mock.calls.length);
    }
    expect(told).toEqual([0, 1, 2, 3]);
  });

  it('goes on when the system does not tell its addresses for a while', async () => {
    const clock = manualClock();
    const onChange = vi.fn();
    let isSilent = true;
    const read = () => {
      if (isSilent) throw new Error('uv_interface_addresses returned an error');
      return { wlan0: [address('10.0.0.5')] };
    };
    const stop = watchInterfaces({ clock, onChange, read });
    await clock.advance(10_000);
    expect(onChange).not.toHaveBeenCalled();
    isSilent = false;
    await clock.advance(10_000);
    expect(onChange).toHaveBeenCalledTimes(1);
    isSilent = true;
    await clock.advance(10_000);
    expect(onChange).toHaveBeenCalledTimes(1);
    stop();
  });

  it('tells nothing after it was stopped', async () => {
    const { clock, onChange, present, stop } = watched();
    await clock.advance(10_000);
    stop();
    present.interfaces = { eth0: [address('10.0.0.5')] };
    await clock.advance(60_000);
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('the fingerprint of the addresses', () => {
  it('leaves out loopback and the order in which they come', () => {
    const one = { eth0: [address('10.0.0.5'), address('10.0.0.6')], wlan0: [address('10.0.1.5')] };
    const other = {
      ...loopback,
      wlan0: [address('10.0.1.5')],
      eth0: [address('10.0.0.6'), address('10.0.0.5')],
    };
    expect(fingerprint(other)).toBe(fingerprint(one));
    expect(fingerprint(loopback)).toBe('');
  });
});
