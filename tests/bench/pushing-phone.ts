/** A phone that only pushes, with as little work of its own as possible: the server is what is measured. */
import { deflateSync, inflateSync } from 'node:zlib';
import { frame, unframe } from '../../src/sync/frame.ts';
import { protocolVersion } from '../../src/sync/protocol.ts';
import type { Change, Cursor, Epoch, ExchangeReply } from '../../src/sync/protocol.ts';
import { openConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import type { EnrolledPhone } from './filled-store.ts';
import { exchangeHead } from './request-head.ts';

/** Sends one push and takes in the answer. Throws when a change was not taken. */
export type Push = (changes: readonly Change[]) => Promise<void>;

/** Has pulled everything once, and keeps its cursors as a phone does. */
export async function pushingPhone(port: number, phone: EnrolledPhone): Promise<{ readonly push: Push; readonly connection: Connection }> {
  const connection = await openConnection(port);
  const head = exchangeHead('bare', port, phone.token, true);
  const cursors = new Map<string, Cursor>();
  let epoch: Epoch | null = null;
  const push: Push = async (changes) => {
    const request = frame({
      v: protocolVersion, device: phone.deviceId, lineage: 'bench', seq: changes.at(-1)?.seq ?? 0, epoch, cursors: [...cursors.values()], want: 1_000_000,
      nonce: 'bench', changes,
    });
    const answer = await connection.send(head, deflateSync(request));
    const text = answer.headers.get('content-encoding') === 'deflate' ? inflateSync(answer.body) : answer.body;
    if (answer.status !== 200) throw new Error(`${answer.status} ${text.toString('utf8')}`);
    const reply = unframe(text.toString('utf8')) as ExchangeReply;
    if (reply.codes.length !== changes.length || reply.codes.some(({ code }) => code !== 'ok')) throw new Error(`not taken: ${JSON.stringify(reply.codes)}`);
    ({ epoch } = reply);
    for (const range of reply.ranges) {
      const { scope, position, hash, mark } = range.to;
      cursors.set(scope, { scope, position, hash, mark });
    }
  };
  await push([]);
  return { push, connection };
}
