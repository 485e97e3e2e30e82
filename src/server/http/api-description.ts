/**
 * GET /api/openapi.json: the doors as OpenAPI 3.1, made from the very schemas that parse what comes in and that phones
 * and desk parse answers with, so that the description cannot drift from what is done. A test proves that every route of
 * app.ts stands in the table, and nothing else.
 */
import * as z from 'zod/mini';
import { PhotoHash } from '../../domain/photo.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import { Receipt } from '../../domain/receipt.ts';
import { Lock } from '../../domain/lock.ts';
import { Review } from '../../domain/review.ts';
import { Unit } from '../../domain/unit.ts';
import { Activity } from '../../domain/activity.ts';
import { Activation, ActivationPreview, ActivationRequest } from '../../sync/activation.ts';
import {
  DeskAside, DeskDetail, DeskFilter, DeskFirstLogin, DeskItem, DeskList, DeskLogin, DeskMe, DeskReference, DeskReviewConflict, DeskReviewReply, DeskReviewRequest,
} from '../../sync/desk-protocol.ts';
import { DeskProgrammeBoard, DeskProgrammeDetail, DeskProgrammeFilter, DeskProgrammeItem } from '../../sync/desk-programme-protocol.ts';
import { DeskPeriodFilter, DeskReportBoard, DeskReportDetail, DeskReportItem, DeskRollUp, DeskRollUpFilter, DeskUnlockReply, DeskUnlockRequest } from '../../sync/desk-report-protocol.ts';
import { problemMediaType, ProblemReply } from '../../sync/problem-reply.ts';
import {
  Anchor, Cursor, EditionRow, Epoch, exchangeMediaType, ExchangeReply, ExchangeRequest, OfferedChange, photoMediaType, PhotoReply, PhotoRow, PhotoStanding, protocolVersion,
  Range, RefusalRow, Row, Verdict,
} from '../../sync/protocol.ts';
import { RecordId } from '../../domain/id.ts';
import { statusOf } from './problem-status.ts';

type Schema = z.core.$ZodType;
type Json = Readonly<Record<string, unknown>>;

/** One route: what goes in, what comes out, and by which codes it refuses. */
export interface Door {
  readonly method: 'get' | 'post' | 'put';
  /** As OpenAPI writes it: `/api/photos/{sha256}`. */
  readonly path: string;
  readonly summary: string;
  /** `phone`: a device's token; `desk`: a session's cookie; `open`: whoever asks. */
  readonly entry: 'phone' | 'desk' | 'open';
  readonly parameters?: readonly Parameter[];
  readonly body?: Content;
  /** One of these comes with status 200. */
  readonly answers: readonly Content[];
  readonly problems: readonly ProblemCode[];
  /** Answered in place of the plain problem where a code says more. */
  readonly conflict?: Schema;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: Schema;
}

interface Content {
  readonly mediaType: string;
  readonly schema: Schema;
}

const json = (schema: Schema): Content => ({ mediaType: 'application/json', schema });

/** A message of the exchange ends in a checksum over everything before it (sync/frame.ts, SPEC.md F1). */
const Sum = z.string().check(z.regex(/^[0-9a-f]{8}$/));
const FramedExchangeRequest = z.extend(ExchangeRequest, { sum: Sum });
const FramedExchangeReply = z.extend(ExchangeReply, { sum: Sum });

const FramedPhotoReply = z.extend(PhotoReply, { sum: Sum });

/** No JSON, so there is nothing to say of its shape. */
const Bytes = z.any();
const picture: Content = { mediaType: 'image/*', schema: Bytes };
const hashInPath: Parameter = { name: 'hash', in: 'path', schema: PhotoHash };

const Done = z.object({ ok: z.literal(true) });
const Nothing = z.object({});
const ApiDescription = z.object({ openapi: z.literal('3.1.0') });

const unreadableBody = ['media-type-wrong', 'body-too-big', 'body-not-json', 'body-malformed'] as const satisfies readonly ProblemCode[];

export const doors: readonly Door[] = [
  { method: 'get', path: '/healthz', summary: 'Whether the process answers', entry: 'open', answers: [json(Done)], problems: [] },
  { method: 'get', path: '/readyz', summary: 'Whether the database answers', entry: 'open', answers: [json(Done)], problems: ['server-trouble'] },
  { method: 'get', path: '/api/openapi.json', summary: 'This description', entry: 'open', answers: [json(ApiDescription)], problems: [] },
  {
    method: 'post', path: '/api/activate', summary: 'Whose code this is; confirmed, it registers a phone. Told again with the same secret it answers the same',
    entry: 'open', body: json(ActivationRequest), answers: [json(Activation), json(ActivationPreview)],
    problems: [...unreadableBody, 'code-malformed', 'code-unknown', 'code-used', 'code-expired', 'too-many-tries'],
  },
  {
    method: 'post', path: '/api/exchange', summary: 'Push and pull in one request; body and answer may be deflated (zlib format)', entry: 'phone',
    body: { mediaType: exchangeMediaType, schema: FramedExchangeRequest }, answers: [{ mediaType: exchangeMediaType, schema: FramedExchangeReply }],
    problems: [...unreadableBody, 'body-truncated', 'protocol-unknown', 'token-missing', 'token-unknown'],
  },
  {
    method: 'put', path: '/api/photos/{hash}', summary: 'One part of a picture at its offset in bytes; answers how much of it is held', entry: 'phone',
    parameters: [hashInPath, { name: 'offset', in: 'query', schema: z.string().check(z.regex(/^[0-9]{1,6}$/)) }],
    body: { mediaType: 'application/octet-stream', schema: Bytes }, answers: [{ mediaType: photoMediaType, schema: FramedPhotoReply }],
    problems: ['token-missing', 'token-unknown', 'not-allowed', 'photo-unknown', 'photo-range-wrong', 'photo-too-big', 'media-type-wrong'],
  },
  {
    method: 'get', path: '/api/photos/{hash}', summary: 'A whole picture of the own unit', entry: 'phone', parameters: [hashInPath],
    answers: [picture], problems: ['token-missing', 'token-unknown', 'not-allowed', 'photo-unknown'],
  },
  {
    method: 'post', path: '/api/desk/first-login', summary: 'Opens an account by its single-use link and sets its password', entry: 'open',
    body: json(DeskFirstLogin), answers: [json(DeskMe)], problems: [...unreadableBody, 'link-expired', 'password-weak', 'not-allowed', 'too-many-tries'],
  },
  {
    method: 'post', path: '/api/desk/login', summary: 'A session by name and password', entry: 'open',
    body: json(DeskLogin), answers: [json(DeskMe)], problems: [...unreadableBody, 'login-wrong', 'too-many-tries'],
  },
  { method: 'post', path: '/api/desk/logout', summary: 'Ends the session', entry: 'desk', answers: [json(Nothing)], problems: [] },
  { method: 'get', path: '/api/desk/me', summary: 'Who sits at the desk', entry: 'desk', answers: [json(DeskMe)], problems: ['session-missing'] },
  { method: 'get', path: '/api/desk/reference', summary: 'What the codes in records mean', entry: 'desk', answers: [json(DeskReference)], problems: ['session-missing'] },
  {
    method: 'get', path: '/api/desk/activities', summary: 'Records of the own subtree, newest receipt first', entry: 'desk',
    parameters: Object.entries(DeskFilter.shape).map(([name, schema]) => ({ name, in: 'query', schema })),
    answers: [json(DeskList)], problems: ['session-missing', 'filter-wrong', 'not-allowed'],
  },
  {
    method: 'get', path: '/api/desk/activities/{recordId}', summary: 'One record with its editions and decisions', entry: 'desk',
    parameters: [{ name: 'recordId', in: 'path', schema: RecordId }], answers: [json(DeskDetail)], problems: ['session-missing', 'not-found'],
  },
  { method: 'get', path: '/api/desk/aside', summary: 'What units of the own subtree sent and no list of records holds, newest first', entry: 'desk', answers: [json(DeskAside)], problems: ['session-missing'] },
  {
    method: 'get', path: '/api/desk/reports', summary: 'Reports of a period in the own subtree, and the units that owe one', entry: 'desk',
    parameters: Object.entries(DeskPeriodFilter.shape).map(([name, schema]) => ({ name, in: 'query', schema })),
    answers: [json(DeskReportBoard)], problems: ['session-missing', 'filter-wrong'],
  },
  {
    method: 'get', path: '/api/desk/reports/{recordId}', summary: 'One report with its editions, the sources of its numbers, and decisions', entry: 'desk',
    parameters: [{ name: 'recordId', in: 'path', schema: RecordId }], answers: [json(DeskReportDetail)], problems: ['session-missing', 'not-found'],
  },
  {
    method: 'get', path: '/api/desk/roll-up', summary: 'Approved reports below a unit and its own activities, added up', entry: 'desk',
    parameters: Object.entries(DeskRollUpFilter.shape).map(([name, schema]) => ({ name, in: 'query', schema })),
    answers: [json(DeskRollUp)], problems: ['session-missing', 'filter-wrong', 'not-allowed'],
  },
  {
    method: 'get', path: '/api/desk/programmes', summary: 'Work programmes of a year in the own subtree, and the units that owe one', entry: 'desk',
    parameters: Object.entries(DeskProgrammeFilter.shape).map(([name, schema]) => ({ name, in: 'query', schema })),
    answers: [json(DeskProgrammeBoard)], problems: ['session-missing', 'filter-wrong'],
  },
  {
    method: 'get', path: '/api/desk/programmes/{recordId}', summary: 'One work programme with its editions, its progress, and decisions', entry: 'desk',
    parameters: [{ name: 'recordId', in: 'path', schema: RecordId }], answers: [json(DeskProgrammeDetail)], problems: ['session-missing', 'not-found'],
  },
  {
    method: 'get', path: '/api/desk/photos/{hash}', summary: 'A whole picture of the own subtree', entry: 'desk', parameters: [hashInPath],
    answers: [picture], problems: ['session-missing', 'photo-unknown'],
  },
  {
    method: 'post', path: '/api/desk/reviews', summary: 'Approves or returns the edition that was read; the first decision stands', entry: 'desk',
    body: json(DeskReviewRequest), answers: [json(DeskReviewReply)], conflict: DeskReviewConflict,
    problems: [...unreadableBody, 'session-missing', 'not-found', 'not-allowed', 'review-empty', 'review-stale', 'review-conflict', 'record-void'],
  },
  {
    method: 'post', path: '/api/desk/unlocks', summary: 'Opens a report that an upper union has added up, with a reason that its unit reads', entry: 'desk',
    body: json(DeskUnlockRequest), answers: [json(DeskUnlockReply)],
    problems: [...unreadableBody, 'session-missing', 'not-found', 'not-allowed', 'reason-missing', 'text-names-person', 'text-has-phone', 'text-has-identity-number', 'review-stale'],
  },
];

/** Schemas with a name of their own in the description; all others are written out where they are used. */
const named: Readonly<Record<string, Schema>> = {
  Activation, ActivationPreview, ActivationRequest, Activity, Anchor, Cursor, DeskAside, DeskDetail, DeskFirstLogin, DeskItem, DeskList, DeskLogin, DeskMe, DeskReference,
  DeskReportBoard, DeskReportDetail, DeskReportItem, DeskRollUp, DeskProgrammeBoard, DeskProgrammeDetail, DeskProgrammeItem, DeskUnlockReply, DeskUnlockRequest, Lock,
  DeskReviewConflict, DeskReviewReply, DeskReviewRequest, EditionRow, Epoch, ExchangeReply: FramedExchangeReply, ExchangeRequest: FramedExchangeRequest,
  OfferedChange, PhotoHash, PhotoReply: FramedPhotoReply, PhotoRow, PhotoStanding, ProblemReply, Range, Receipt, RefusalRow, Review, Row, Unit, Verdict,
};

const componentPath = '#/components/schemas/';
const names = new Map(Object.entries(named).map(([name, schema]) => [schema, name]));

/** The whole description, as a plain value. */
export function apiDescription(): Json {
  const schemas = componentSchemas();
  const paths: Record<string, Record<string, Json>> = {};
  for (const door of doors) paths[door.path] = { ...paths[door.path], [door.method]: operationOf(door) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'So tay Cong doan Dien Bien',
      version: String(protocolVersion),
      description: 'Fields that are not named here may come at any time, and are to be passed over. Refusals are problem documents with a stable code.',
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        phone: { type: 'http', scheme: 'bearer', description: 'The secret that the phone made itself at its activation' },
        desk: { type: 'apiKey', in: 'cookie', name: 'desk', description: 'Named __Host-desk where the server has an https address' },
      },
    },
  };
}

/** Draft 2020-12, which is OpenAPI 3.1's own. Readers pass over fields they do not know, so none are forbidden: `io: 'input'`. */
function componentSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(named)) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', unrepresentable: 'any', uri: (id) => `${componentPath}${id}` });
  // A schema of a description is found by its place in it, not by an address of its own.
  return Object.fromEntries(Object.entries(schemas).map(([name, { $id: _id, $schema: _schema, id: _name, ...schema }]) => [name, schema]));
}

function schemaOf(schema: Schema): Json {
  const name = names.get(schema);
  if (name !== undefined) return { $ref: `${componentPath}${name}` };
  const { $schema: _schema, ...plain } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return plain;
}

function operationOf({ method, path, summary, entry, parameters, body, answers, problems, conflict }: Door): Json {
  return {
    operationId: [method, ...path.split(/[^A-Za-z0-9]+/).filter((part) => part !== '' && part !== 'api')].join('-'),
    summary,
    security: entry === 'open' ? [] : [{ [entry]: [] }],
    ...(parameters === undefined ? {} : { parameters: parameters.map((parameter) => ({ ...parameter, required: parameter.in === 'path', schema: schemaOf(parameter.schema) })) }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf([body]) } }),
    responses: { '200': { description: 'Done', content: contentOf(answers) }, ...refusalsOf(method === 'get' ? problems : [...problems, 'origin-foreign'], conflict) },
  };
}

function contentOf(contents: readonly Content[]): Record<string, Json> {
  const [first] = contents;
  if (!first) return {};
  const schemas = contents.map(({ schema }) => schemaOf(schema));
  return { [first.mediaType]: { schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas } } };
}

/** By status; the codes behind it are what programs read. Trouble of our own may answer any request. */
function refusalsOf(problems: readonly ProblemCode[], conflict: Schema | undefined): Record<string, Json> {
  const all = [...new Set<ProblemCode>([...problems, 'server-trouble'])];
  return Object.fromEntries(
    [...new Set(all.map(statusOf))].map((status) => {
      const codes = all.filter((code) => statusOf(code) === status);
      const plain = { allOf: [schemaOf(ProblemReply), { properties: { code: { enum: codes } } }] };
      const schema = status === statusOf('review-conflict') && conflict ? { anyOf: [schemaOf(conflict), plain] } : plain;
      return [String(status), { description: codes.join(', '), content: { [problemMediaType]: { schema } } }];
    }),
  );
}
