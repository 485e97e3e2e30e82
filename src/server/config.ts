/** What the environment says, parsed once. Empty variables count as absent. */
import { join } from 'node:path';
import * as z from 'zod/mini';

/** Beside the database, and beside a backup's. */
export const photosFolderName = 'photos';

const Seed = z.enum(['sample', 'content', 'none']);
export type Seed = z.infer<typeof Seed>;

const Environment = z.object({
  PORT: z.optional(z.string().check(z.regex(/^\d{1,5}$/), z.refine((text) => Number(text) <= 65_535))),
  HOST: z.optional(z.string()),
  DATA_DIR: z.optional(z.string()),
  PUBLIC_URL: z.optional(z.string().check(z.refine(isPublicUrl))),
  SEED: z.optional(Seed),
});

export interface Config {
  readonly port: number;
  /** Null listens on every address of the machine. */
  readonly hostName: string | null;
  readonly dataFolder: string;
  readonly databasePath: string;
  /** Where the bytes of pictures lie. */
  readonly photosFolder: string;
  /** Null when none is set: links are then made for this machine. */
  readonly publicUrl: string | null;
  /** What an empty store is filled with. */
  readonly seed: Seed;
}

export type ConfigOutcome = { readonly kind: 'done'; readonly config: Config } | { readonly kind: 'refused'; readonly variable: string };

/** @param environment such as `process.env`. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) return { kind: 'refused', variable: String(parsed.error.issues[0]?.path[0] ?? '') };
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, SEED } = parsed.data;
  const dataFolder = DATA_DIR ?? 'data';
  const publicUrl = PUBLIC_URL === undefined ? null : new URL(PUBLIC_URL).origin;
  return {
    kind: 'done',
    config: {
      port: Number(PORT ?? 8080),
      hostName: HOST ?? null,
      dataFolder,
      databasePath: join(dataFolder, 'so-tay.sqlite'),
      photosFolder: join(dataFolder, photosFolderName),
      publicUrl,
      seed: SEED ?? (publicUrl === null ? 'sample' : 'none'),
    },
  };
}

/** The address that links are made from. */
export function linkBase(config: Pick<Config, 'publicUrl' | 'port'>): string {
  return config.publicUrl ?? `http://localhost:${config.port}`;
}

/** The app stands at the root of its host: its worker and its paths need that. */
function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && (url.pathname === '/' || url.pathname === '') && url.search === '' && url.hash === '';
}
