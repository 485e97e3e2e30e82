/** What stands before the body of an exchange: the least there can be, and what Chrome on a phone sends. */
import { exchangeMediaType } from '../../src/sync/protocol.ts';

export type Client = 'bare' | 'chrome';

const chromeHeaders = [
  'Connection: keep-alive',
  'sec-ch-ua-platform: "Android"',
  'User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
  'sec-ch-ua: "Not)A;Brand";v="8", "Chromium";v="138", "Google Chrome";v="138"',
  'sec-ch-ua-mobile: ?1',
  'Accept: */*',
  'Sec-Fetch-Site: same-origin',
  'Sec-Fetch-Mode: cors',
  'Sec-Fetch-Dest: empty',
  'Accept-Language: vi-VN,vi;q=0.9,en-US;q=0.8,en;q=0.7',
];

/** Everything up to the length, which the connection adds. */
export function exchangeHead(client: Client, port: number, token: string, isDeflated: boolean): string {
  const host = `localhost:${port}`;
  return [
    'POST /api/exchange HTTP/1.1',
    `Host: ${host}`,
    `Authorization: Bearer ${token}`,
    `Content-Type: ${exchangeMediaType}`,
    ...(isDeflated ? ['Content-Encoding: deflate'] : []),
    'Accept-Encoding: gzip, deflate, br, zstd',
    ...(client === 'chrome' ? [...chromeHeaders, `Origin: http://${host}`] : []),
    '',
  ].join('\r\n');
}
