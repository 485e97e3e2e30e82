/** The kinds of activity with their fields and checks; every form carries the sentences of its own checks. */
import * as z from 'zod/mini';
import { Form } from '../domain/form.ts';
import activityForms from './data/activity-forms.json' with { type: 'json' };

const rawForms = z.object({
  checks: z.array(z.object({ id: z.string(), level: z.string(), rule: z.unknown(), vi: z.string() })),
  forms: z.array(z.object({
    id: z.string(),
    version: z.int(),
    vi: z.string(),
    suggestedReqs: z.array(z.string()),
    fields: z.array(z.unknown()),
    mainByReq: z.optional(z.record(z.string(), z.array(z.string()))),
    hard: z.array(z.string()),
    soft: z.array(z.string()),
    hint: z.string(),
    separateScreen: z.optional(z.boolean()),
  })),
});

/** A title to begin with when an activity of this kind is held on an occasion. */
const occasionTitles: Readonly<Record<string, string>> = {
  'hoi-nghi': 'Hội nghị nhân dịp {occasion}',
  'sinh-hoat': 'Sinh hoạt chuyên đề nhân dịp {occasion}',
  'van-nghe-the-thao': 'Giao lưu văn nghệ, thể thao nhân dịp {occasion}',
  'tham-hoi': 'Thăm, tặng quà nhân dịp {occasion}',
  'lop-tap-huan': 'Lớp tập huấn nhân dịp {occasion}',
  'truc-tuyen': 'Đăng tin, bài nhân dịp {occasion}',
  'doi-thoai': 'Đối thoại, kiểm tra nhân dịp {occasion}',
  'hoi-thi': 'Hội thi tìm hiểu nhân dịp {occasion}',
  'tuyen-duong': 'Tuyên dương nhân dịp {occasion}',
  'gop-y': 'Góp ý dự thảo văn kiện {occasion}',
  khac: 'Hoạt động nhân dịp {occasion}',
};

/** All twelve kinds and the opinion slip, whose screen is its own (`hasOwnScreen`). */
export const forms: readonly Form[] = readForms();

function readForms(): readonly Form[] {
  const raw = rawForms.parse(activityForms);
  return raw.forms.map((form) => Form.parse({
    id: form.id,
    version: form.version,
    label: form.vi,
    hint: form.hint,
    occasionTitle: occasionTitles[form.id] ?? '',
    fields: form.fields,
    mainByRequirement: form.mainByReq ?? {},
    suggestedRequirementIds: form.suggestedReqs,
    checks: [...form.hard, ...form.soft].map((id) => {
      const check = raw.checks.find((one) => one.id === id);
      if (check === undefined) throw new Error(`form ${form.id} names an unknown check ${id}`);
      return { id, level: check.level, rule: check.rule, sentence: check.vi };
    }),
    hasOwnScreen: form.separateScreen === true,
  }));
}
