/** The name that units read beside a decision; empty: the name of the login. Once released a migration never changes. */
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('accounts').addColumn('display_name', 'text', (column) => column.notNull().defaultTo('')).execute();
}
