/** The floor of the server: bare node:http and node:sqlite, one durable commit per request, and nothing else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Usage } from './measure.ts';

const database = new DatabaseSync(join(process.env['DATA_DIR'] ?? '', 'floor.sqlite'));
database.exec('pragma journal_mode = wal; pragma synchronous = full; create table records (id text primary key, text text not null) without rowid');
const insert = database.prepare('insert into records (id, text) values (?, ?)');

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { changes } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { changes: { changeId: string }[] };
    database.exec('begin immediate');
    for (const change of changes) insert.run(change.changeId, JSON.stringify(change));
    database.exec('commit');
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '2' });
    response.end('{}');
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

process.on('message', (word) => {
  if (word === 'usage') {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage: Usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, residentBytes: process.memoryUsage.rss(), mostResidentBytes: maxRSS * 1024 };
    process.send?.(usage);
  }
});
process.on('disconnect', () => process.exit());
