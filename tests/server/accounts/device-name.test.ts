import { expect, test } from 'vitest';
import { deviceName } from '#server/accounts/device-name.ts';

const mozilla = (rest: string) => `Mozilla/5.0 ${rest}`;

test.for([
  [mozilla('(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'), 'Edge · Windows'],
  [mozilla('(Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1 Version/17 Safari/605.1'), 'Safari · macOS'],
  [mozilla('(iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 CriOS/140 Safari/604.1'), 'Chrome · iOS'],
  [mozilla('(Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'), 'Chrome · Android'],
  [mozilla('(X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'), 'Firefox · Linux'],
  ['curl/8.0 <script>', ''],
  [null, ''],
] as const)('%s', ([header, name]) => {
  expect(deviceName(header)).toBe(name);
});
