/** Pictures: which stored change names which, and which of them are whole. Once released a migration never changes. */
import type { Kysely } from 'kysely';
import { photosNamedByText } from '../../../sync/photo.ts';

interface Before {
  readonly changes: { change_id: string; record_id: string; scope: string; body: string };
  readonly photo_names: { scope: string; hash: string; change_id: string; record_id: string; byte_count: number };
}

export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;

  await schema
    .createTable('photo_names')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('change_id', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text', (column) => column.notNull())
    .addColumn('byte_count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('photo_names_change', ['change_id', 'hash'])
    .execute();
  await schema.createIndex('photo_names_hash').on('photo_names').columns(['hash', 'scope']).execute();
  await schema
    .createTable('photos')
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('photos_scope', ['hash', 'scope'])
    .execute();

  // A newer phone may have named pictures before this server knew what to do with them.
  const known = database as Kysely<Before>;
  const changes = await known.selectFrom('changes').select(['change_id', 'record_id', 'scope', 'body']).where('body', 'like', '%"photos"%').execute();
  for (const { change_id, record_id, scope, body } of changes) {
    for (const { hash, byteCount } of photosNamedByText(body)) {
      await known.insertInto('photo_names').values({ scope, hash, change_id, record_id, byte_count: byteCount }).execute();
    }
  }
}
