/** Addresses of the pages, for links. */
export const paths = {
  home: '/',
  directive: '/chi-dao',
  task: (taskId: string) => `/chi-dao/${taskId}`,
  /** The page of its task, opened at the requirement. */
  requirement: (requirementId: string, taskId: string) => `/chi-dao/${taskId}?noi-dung=${requirementId}`,
  /** What was published anew. */
  changes: '/chi-dao/thay-doi',
  wholeText: '/chi-dao/toan-van',
  /** The very words of a requirement in the whole text. */
  quote: (requirementId: string) => `/chi-dao/toan-van?noi-dung=${requirementId}`,
  /** A block of the whole text; @param query words to be marked in it. */
  block: (blockId: string, query: string) => `/chi-dao/toan-van?${String(new URLSearchParams({ doan: blockId, tu: query }))}`,
  note: (noteId: string) => `/chi-dao/toan-van?ghi-chu=${noteId}`,
  cited: (documentId: string) => `/chi-dao/toan-van?van-ban=${documentId}`,
  search: '/tim',
  searchFor: (query: string) => (query.trim() === '' ? '/tim' : `/tim?${String(new URLSearchParams({ tu: query }))}`),
  calendar: '/lich',
  /** The calendar, opened at the occasion. */
  occasion: (occasionId: string) => `/lich?dip=${occasionId}`,
  outbox: '/so-gui',
  record: (recordId: string) => `/so-gui/${recordId}`,
  saved: (recordId: string) => `/so-gui/${recordId}?vua-luu`,
  newActivity: '/ghi',
  freshActivity: '/ghi?moi',
  newFor: (requirementId: string) => `/ghi?yeu-cau=${requirementId}`,
  /** An activity called like an item of the unit's own programme. */
  newTitled: (title: string) => `/ghi?${String(new URLSearchParams({ moi: '', ten: title }))}`,
  newForOccasion: (occasionId: string) => `/ghi?dip=${occasionId}`,
  draft: (draftId: string) => `/ghi/${draftId}`,
  reports: '/bao-cao',
  report: (periodId: string) => `/bao-cao/${periodId}`,
  /** @param part a task's number, or a section. */
  reportPart: (periodId: string, part: string) => `/bao-cao/${periodId}/${part}`,
  /** From the check of the answers to one of them, and back again. */
  reportMend: (periodId: string, part: string) => `/bao-cao/${periodId}/${part}?xem-lai`,
  reportCheck: (periodId: string) => `/bao-cao/${periodId}/xem-lai`,
  programme: (year: number) => `/chuong-trinh?nam=${year}`,
  programmeItem: (year: number, key: string) => `/chuong-trinh/${key}?nam=${year}`,
  /** From the check of the programme to one of its items, and back again. */
  programmeMend: (year: number, key: string) => `/chuong-trinh/${key}?nam=${year}&xem-lai`,
  programmeCheck: (year: number) => `/chuong-trinh/xem-lai?nam=${year}`,
  /** Records of the units below that wait for a decision; of all of them, or of one unit. */
  reviewList: '/xet-duyet',
  reviewListOf: (unitId: string) => `/xet-duyet?don-vi=${unitId}`,
  review: (recordId: string) => `/xet-duyet/${recordId}`,
  giveBack: (recordId: string) => `/xet-duyet/${recordId}/tra-lai`,
  unitsBelow: '/xet-duyet/dia-ban',
  device: '/may',
  help: '/tro-giup',
  /** Where other apps hand pictures over (the manifest says so too). */
  share: '/chia-se',
  activation: '/k',
} as const;
