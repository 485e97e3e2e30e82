/** Which edition of a report an upper union has added up. Once released a migration never changes. */
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('records').addColumn('locked_edition', 'bigint').execute();
}
