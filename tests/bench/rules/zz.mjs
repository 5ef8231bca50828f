// tests/helpers/shippedRulePack.ts
import path3 from "node:path";

// electron/common/resources/loadRulePacks.ts
import { readdir as readdir2, readFile as readFile2 } from "node:fs/promises";
import path2 from "node:path";

// shared/result.ts
function success(value) {
  return { ok: true, value };
}
function refusal(error) {
  return { ok: false, error };
}
function assertNever(value, message) {
  throw new Error(`${message}: ${JSON.stringify(value)}`);
}

// shared/rules/packSignature.ts
import { z as z2 } from "zod";

// shared/canonicalJson.ts
function canonicalJson(value) {
  return JSON.stringify(sortKeys(value));
}
function sortKeys(value) {
  if (Array.isArray(value)) {
    return value.map(sortKeys);
  }
  if (typeof value === "object" && value !== null) {
    const members = new Map(Object.entries(value));
    return Object.fromEntries([...members.keys()].sort().map((key) => [key, sortKeys(members.get(key))]));
  }
  return value;
}

// shared/domain/identity.ts
import { z } from "zod";
var idSchema = z.uuid();
var sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

// shared/rules/packSignature.ts
var SIGNATURE_FILE = "signature.json";
var keyBytesSchema = z2.string().regex(/^[\w-]{43}$/);
var keyIdSchema = z2.string().regex(/^[0-9a-f]{16}$/);
var packSignatureSchema = z2.strictObject({
  algorithm: z2.literal("ed25519"),
  keyId: keyIdSchema,
  /** Of the pack's content, see `packDigest`. */
  digest: sha256Schema,
  /** 64 bytes over `signedMessage(digest)`, base64url without padding. */
  signature: z2.string().regex(/^[\w-]{86}$/)
});
var trustedKeySchema = z2.strictObject({
  keyId: keyIdSchema,
  /** Who holds the private half, as people are told. */
  name: z2.string().min(1).max(80),
  publicKey: keyBytesSchema
});
var trustedKeysSchema = z2.strictObject({ keys: z2.array(trustedKeySchema).max(50) });
function keyIdOf(publicKey, crypto) {
  return crypto.sha256(publicKey).slice(0, 16);
}
function packDigest(files, crypto) {
  const { [SIGNATURE_FILE]: _signature, ...content } = files;
  return crypto.sha256(canonicalJson(content));
}
function signedMessage(digest) {
  return `beian-desk/rule-pack sha256:${digest}`;
}
function checkPackSignature(files, keys, crypto) {
  const refused = (field2, message) => refusal([{ file: SIGNATURE_FILE, ruleId: null, field: field2, message }]);
  if (!Object.hasOwn(files, SIGNATURE_FILE)) {
    return refused("", "is missing: the pack is not signed");
  }
  const parsed = packSignatureSchema.safeParse(files[SIGNATURE_FILE]);
  if (!parsed.success) {
    return refusal(
      parsed.error.issues.map((issue) => ({
        file: SIGNATURE_FILE,
        ruleId: null,
        field: issue.path.join("."),
        message: issue.message
      }))
    );
  }
  const { keyId, digest, signature } = parsed.data;
  const key = keys.find((candidate) => candidate.keyId === keyId);
  if (key === void 0 || keyIdOf(key.publicKey, crypto) !== keyId) {
    return refused("keyId", `no trusted key ${keyId}`);
  }
  if (packDigest(files, crypto) !== digest) {
    return refused("digest", "does not fit: the pack was changed after it was signed");
  }
  if (!crypto.verifyEd25519(key.publicKey, signedMessage(digest), signature)) {
    return refused("signature", `was not made by key ${keyId}`);
  }
  return success({ digest, key });
}

// shared/domain/daysInMonth.ts
var DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function daysInMonth(year, month) {
  const leap = year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
  return month === 2 && leap ? 29 : DAYS[month - 1] ?? 0;
}

// shared/calendar/dayNumber.ts
var DAYS_IN_ERA = 146097;
var DAYS_IN_CENTURY = 36524;
var DAYS_IN_FOUR_YEARS = 1461;
var TO_EPOCH = 719468;
function dayNumberOf(date) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    return void 0;
  }
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  if (day < 1 || day > daysInMonth(year, month)) {
    return void 0;
  }
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + daysBefore(marchMonth) + day - 1 - TO_EPOCH;
}
function dateOfDay(dayNumber2) {
  if (!Number.isSafeInteger(dayNumber2)) {
    throw new RangeError("Not a number of days");
  }
  const fromMarch = dayNumber2 + TO_EPOCH;
  const era = Math.floor(fromMarch / DAYS_IN_ERA);
  const dayOfEra = fromMarch - era * DAYS_IN_ERA;
  const leapDays = Math.floor(dayOfEra / (DAYS_IN_FOUR_YEARS - 1)) - Math.floor(dayOfEra / DAYS_IN_CENTURY) + Math.floor(dayOfEra / (DAYS_IN_ERA - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = 400 * era + yearOfEra + (month <= 2 ? 1 : 0);
  const day = dayOfYear - daysBefore(marchMonth) + 1;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
function daysBefore(marchMonth) {
  return Math.floor((153 * marchMonth + 2) / 5);
}

// shared/calendar/chinaTime.ts
var MS_PER_MINUTE = 6e4;
var MINUTES_PER_DAY = 1440;
var MS_PER_DAY = MINUTES_PER_DAY * MS_PER_MINUTE;
var CHINA_OFFSET_MS = 8 * 60 * MS_PER_MINUTE;
function chinaDate(at) {
  return dateOfDay(Math.floor((at + CHINA_OFFSET_MS) / MS_PER_DAY));
}
function addDays(date, days) {
  return dateOfDay(dayNumber(date) + days);
}
function dayNumber(date) {
  const number = dayNumberOf(date);
  if (number === void 0) {
    throw new RangeError("Not a calendar date");
  }
  return number;
}

// shared/rules/checklist.ts
import { z as z7 } from "zod";

// shared/rules/localized.ts
import { z as z3 } from "zod";
var localizedSchema = z3.strictObject({ zh: z3.string(), en: z3.string() });

// shared/rules/ruleFacts.ts
import { z as z6 } from "zod";

// shared/rules/factFields.ts
var FACT_FIELDS = [
  "all",
  "all-platforms",
  "app-name",
  "bracket-width",
  "certificate",
  "certificate-address",
  "certificate-number",
  "certificate-type",
  "city",
  "contact-1",
  "copyright-line",
  "domain",
  "domain-holder",
  "email",
  "emergency-contact",
  "emergency-number",
  "entity-contact-1",
  "entity-number",
  "entity-principal",
  "filed-record",
  "footer-number",
  "identity-document",
  "ip-address",
  "languages",
  "legal-representative",
  "mailing-address",
  "mobile",
  "name-in-use",
  "nature",
  "organiser-name",
  "other-entities",
  "other-principal",
  "page-title",
  "permit-address",
  "permit-home-address",
  "phone",
  "phone-area-code",
  "phone-in-order",
  "principal-contacts",
  "principal-identity-number",
  "principals",
  "province",
  "same-name-site",
  "service-contact-1",
  "service-name",
  "service-number",
  "service-principal",
  "shop-address",
  "site",
  "site-content",
  "superior-authority",
  "superior-unit"
];
var FACT_PLACES = [
  "address",
  "app-about",
  "app-name",
  "app-settings",
  "business-scope",
  "contact-1",
  "domain",
  "footer-centre",
  "mini-program-name",
  "online-shop-address",
  "organiser-name",
  "permit-back",
  "service-name",
  "site-content"
];
var OFFICE_ROLES = [
  "delegate",
  "domain-holder",
  "emergency-contact",
  "entity-principal",
  "face-recognition",
  "pictured-person",
  "signer",
  "sms-confirmation"
];
var OFFICES = [
  "chinese-citizen",
  "close-relative",
  "employee",
  "entity",
  "entity-principal",
  "legal-representative",
  "principal-concerned",
  "senior-manager",
  "service-principal",
  "shareholder"
];
var FORM_FEATURES = [
  "all-edges",
  "backdrop-edges",
  "backdrop-fills-frame",
  "blue-backdrop",
  "blue-clothes",
  "colour",
  "copy",
  "credit-code",
  "cursive",
  "duplicate",
  "electronic-licence",
  "fake-badge",
  "filing-watermark",
  "fingerprint",
  "fixed-text",
  "full-width-brackets",
  "handwritten",
  "handwritten-date",
  "high-clarity",
  "identity-number",
  "latest-version",
  "long-term",
  "one-image",
  "original",
  "pdf",
  "print-readable",
  "provincial-template",
  "red-clothes",
  "retouching",
  "screen-photo",
  "seal",
  "seal-with-full-name",
  "sealed-copy",
  "seasonal-clothes",
  "short-watermark",
  "signature",
  "signature-stamp",
  "signed-by-legal-representative",
  "slogan",
  "system-icon",
  "upper-body",
  "white-background"
];

// shared/rules/factSubjects.ts
var LIMIT_SUBJECTS = [
  "chinese-characters",
  "cloud-resources",
  "code-digits",
  "contact-fields",
  "contact-numbers",
  "domain-certificate-size",
  "domain-levels",
  "domains-per-order",
  "domains-per-website",
  "entities-per-account",
  "filing-numbers",
  "fine",
  "home-urls",
  "home-urls-per-domain",
  "icon-size",
  "id-digits",
  "migration-regions",
  "name-characters",
  "numbers-of-one-person",
  "numbers-of-two-persons",
  "open-orders",
  "picture-size",
  "pictures",
  "pilot-batch",
  "price",
  "remark-characters",
  "service-numbers",
  "services-of-entity",
  "services-per-order",
  "wrong-attempts"
];
var LIMIT_UNITS = [
  "items",
  "ordinal",
  "attempts",
  "characters",
  "digits",
  "levels",
  "regions",
  "KB",
  "MB",
  "yuan"
];
var PERIOD_SUBJECTS = [
  "authority-review",
  "change-after-access",
  "change-ahead",
  "correction",
  "domain-certificate-validity",
  "domain-validity",
  "entity-certificate-validity",
  "identity-paper-validity",
  "lease",
  "letter-age",
  "opening",
  "phone-bills",
  "provider-review",
  "public-security-filing",
  "registry-data-wait",
  "residence-permit-validity",
  "sms-confirmation",
  "sms-delivery",
  "subscription",
  "subscription-left",
  "undertaking-validity"
];
var PERIOD_UNITS = ["minutes", "hours", "days", "working-days", "months"];
var DATE_SUBJECTS = [
  "android-only-since",
  "checks-from",
  "checks-until",
  "exempt-if-filed-before",
  "filed-before",
  "policy",
  "transition-from",
  "transition-until"
];
var PATTERN_SUBJECTS = [
  "address-separator",
  "domain-name",
  "duplicate-mark",
  "file-format",
  "filing-number-suffix",
  "footer-link",
  "former-registrar",
  "game-approval-number",
  "licence-name",
  "licence-seal",
  "office-phone",
  "organiser-name",
  "service-name",
  "signature-digest",
  "signature-encoding"
];
var NAME_SHAPES = [
  "administrative",
  "chinese",
  "digits-only",
  "domain",
  "emoji",
  "english",
  "enterprise",
  "full-pinyin",
  "generic",
  "idiom",
  "industry",
  "latin-only",
  "marketing",
  "person-name",
  "pinyin",
  "place-name",
  "placeholder",
  "popular-app",
  "product",
  "symbols-only",
  "web-address"
];
var STEPS = [
  "access",
  "add-new-provider",
  "cancel-filing",
  "change",
  "file",
  "file-anew",
  "list-in-store",
  "new-service",
  "old-certificate",
  "remove-old-provider"
];
var METHOD_SUBJECTS = [
  "account",
  "administrator-check",
  "annual-review",
  "code-change",
  "correction",
  "delivery",
  "entity-replacement",
  "filing-by-ip",
  "upload"
];
var METHODS = [
  "app-face",
  "authority-app",
  "authority-system",
  "backdrop",
  "cancel-and-refile",
  "change-filing",
  "china-site-account",
  "migration",
  "post",
  "provider-app",
  "sms",
  "video"
];
var CHANGE_POLICIES = [
  "none",
  "rename-only",
  "registry-proof",
  "same-organisation",
  "same-legal-rep",
  "related-with-proof",
  "legal-rep-to-company",
  "free-with-conditions",
  "free-except-to-individual",
  "free"
];

// shared/rules/factTerms.ts
var SECTORS = [
  "news",
  "publishing",
  "medicine",
  "culture",
  "broadcasting",
  "education",
  "healthcare",
  "ride-hailing",
  "finance",
  "forum",
  "religion",
  "games"
];
var AUDIENCES = [
  ...SECTORS,
  // kinds of entities and people
  "individual",
  "organization",
  "enterprise",
  "sole-trader",
  "sole-trader-without-trade-name",
  "government",
  "institution",
  "law-firm",
  "charity",
  "private-fund",
  "foreign-invested",
  "foreign-parent",
  "other-organization",
  "mainland-resident",
  "hong-kong-macao-resident",
  "taiwan-resident",
  "foreign-national",
  "non-mainland-legal-representative",
  "minor",
  "shareholder",
  "senior-manager",
  "entity-principal",
  "service-principal",
  "delegate",
  // services and what they run on
  "website",
  "app",
  "mini-program",
  "quick-app",
  "android",
  "ios",
  "api",
  "mail",
  "cloud-server",
  "elastic-web-hosting",
  "nat-ipv6",
  "marketplace-product",
  "waf",
  "other-provider",
  // particular trades and places
  "payment",
  "online-lending",
  "insurance",
  "trust",
  "crowdfunding",
  "tcm-clinic",
  "online-diagnosis",
  "shenzhen"
];
var STAND_SUBJECTS = [
  "abnormal-list",
  "access-order",
  "adding-to-empty-shell",
  "all-platforms-in-one-filing",
  "approved-registrar",
  "approved-suffix",
  "authenticity-form",
  "authorisation-letter",
  "authority-phone-check",
  "becoming-empty-shell",
  "certificate-of-every-domain",
  "changing-the-only-domain",
  "closed-site",
  "combined-change",
  "commercial-content",
  "consistent-data",
  "country-code-suffix",
  "cross-province",
  "cross-use-of-numbers",
  "domain-shared-with-website",
  "door-number",
  "emergency-number",
  "emergency-number-equal-to-contact-1",
  "emergency-number-shared",
  "equal-data-on-access",
  "filed-sites-open",
  "filing",
  "filing-by-ip",
  "filing-under-parent",
  "footer-number",
  "foreign-nationals",
  "forum",
  "icp-licence",
  "labels-as-separate-websites",
  "letter-dated-after-submission",
  "letters-of-permit-number",
  "limit-of-websites",
  "local-licence",
  "local-number",
  "local-office-number",
  "lower-age-limit",
  "migration",
  "migration-to-individual",
  "old-certificate",
  "one-code-for-one-person",
  "opening-before-approval",
  "organization-to-individual",
  "overseas-registrar",
  "paper-for-scope-alone",
  "pay-as-you-go",
  "phone-of-site-builder",
  "photo-or-phone-in-province",
  "pre-approval",
  "pre-approval-content",
  "proof-of-change",
  "proof-of-role",
  "public-ip",
  "quota-growing-on-renewal",
  "real-name-phone",
  "removing-one-of-several-domains",
  "renewals-counted",
  "revoked-entity",
  "room-number",
  "self-service",
  "service-number-freed-on-cancel",
  "service-number-reuse",
  "several-domains-in-domain-field",
  "several-domains-on-one-form",
  "several-domains-per-website",
  "shop-like-site",
  "site-open",
  "sole-trader-to-individual",
  "state-or-place-names",
  "subdomains-covered",
  "subordinate-units-separately",
  "symbols-in-address",
  "trade-name",
  "unfinished-site-closed",
  "virtual-carrier-number",
  "website-and-app-in-one-order",
  "website-filing-first",
  "whois-privacy",
  "words-as-proof"
];
var SITUATIONS = [
  "domain-added",
  "domain-unchanged",
  "empty-shell",
  "in-credit-system",
  "not-in-credit-system",
  "with-trade-name",
  "without-trade-name",
  "no-seal",
  "no-local-number",
  "phone-number-changed",
  "name-unrelated",
  "legal-representative-from-elsewhere",
  "legal-representative-holds-domain",
  "service-principal-not-legal-representative",
  "service-principal-not-entity-principal"
];

// shared/domain/documentKinds.ts
var DOCUMENT_KINDS = [
  "resident-id",
  "business-licence",
  "institution-certificate",
  "uscc-certificate",
  "organisation-code-certificate",
  "social-organisation-certificate",
  "private-non-enterprise-certificate",
  "foundation-certificate",
  "law-firm-licence",
  "other-organisation-certificate",
  "foreign-representative-office",
  "passport",
  "hk-macao-permit",
  "taiwan-permit",
  "hkmt-residence-permit",
  "foreign-permanent-resident",
  "domain-certificate",
  "domain-realname-screenshot",
  "verification-form",
  "backdrop-photo",
  "handheld-certificate",
  "residence-permit",
  "pre-approval",
  "no-preapproval-commitment",
  "responsibility-notice",
  "authenticity-commitment",
  "filing-commitment",
  "finance-commitment",
  "authorization-letter",
  "construction-plan",
  "name-change-letter",
  "party-building-confirmation",
  "institution-site-approval",
  "holder-role-proof",
  "trademark-proof",
  "app-evidence",
  "deregistration-statement",
  "supplementary"
];
var DOCUMENT_FACES = ["portrait", "emblem", "face", "back", "page"];
var DOCUMENT_OWNERS = [
  "entity",
  "entity-principal",
  "service-principal",
  "legal-representative",
  "service"
];

// shared/domain/filing.ts
import { z as z5 } from "zod";

// shared/domain/notice.ts
import { z as z4 } from "zod";
var text = (max) => z4.string().trim().min(1).max(max);
var rejectionReasonSchema = z4.strictObject({
  field: text(160),
  problem: text(500),
  advice: text(500)
});
var serviceNumberSchema = z4.strictObject({ serviceId: text(20), number: text(60) });
var issuedNumbersSchema = z4.strictObject({
  entity: text(60),
  services: z4.array(serviceNumberSchema).max(20)
});
var SMS_FAILURES = ["time-run-out", "wrong-codes"];
var noticeSchema = z4.discriminatedUnion("kind", [
  /** The backdrop has been posted, with what the carrier gave to follow it. */
  z4.strictObject({ kind: z4.literal("backdrop-sent"), trackingNote: text(120) }),
  /** The ministry has sent its message: the time to verify begins. */
  z4.strictObject({ kind: z4.literal("sms-sent") }),
  z4.strictObject({ kind: z4.literal("sms-verified") }),
  z4.strictObject({ kind: z4.literal("sms-failed"), cause: z4.enum(SMS_FAILURES) }),
  /** The administration has taken the filing for review without a message before. */
  z4.strictObject({ kind: z4.literal("administration-review-begun") }),
  z4.strictObject({ kind: z4.literal("approved"), numbers: issuedNumbersSchema.nullable() }),
  z4.strictObject({ kind: z4.literal("rejected"), reasons: z4.array(rejectionReasonSchema).min(1).max(50) }),
  z4.strictObject({ kind: z4.literal("withdrawn") })
]);

// shared/domain/filing.ts
var text2 = (max) => z5.string().trim().min(1).max(max);
var optionalText = (max) => z5.string().trim().max(max).optional();
var dateSchema = z5.iso.date();
var instantSchema = z5.iso.datetime({ offset: true });
var validitySchema = z5.union([dateSchema, z5.literal("long-term")]);
var ENTITY_NATURES = [
  "individual",
  "enterprise",
  "sole-trader",
  "government",
  "institution",
  "social-organisation",
  "private-non-enterprise",
  "foundation",
  "law-firm",
  "foreign-representative-office",
  "other"
];
var CERTIFICATE_TYPES = [
  "resident-id",
  "passport",
  "hk-macao-permit",
  "taiwan-permit",
  "hkmt-residence-permit",
  "foreign-permanent-resident",
  "unified-social-credit-code",
  "organisation-code",
  "registration-number",
  "other"
];
var certificateSchema = z5.strictObject({
  type: z5.enum(CERTIFICATE_TYPES),
  number: text2(40),
  address: optionalText(200),
  validFrom: dateSchema.optional(),
  validTo: validitySchema.optional()
});
var personSchema = z5.strictObject({
  name: text2(60),
  certificate: certificateSchema,
  mobile: text2(30),
  email: text2(120),
  landline: optionalText(30),
  emergencyPhone: optionalText(30)
});
var provinceCodeSchema = z5.string().regex(/^[1-6]\d0000$/);
var entitySchema = z5.strictObject({
  kind: z5.enum(["individual", "organization"]),
  nature: z5.enum(ENTITY_NATURES),
  name: text2(120),
  certificate: certificateSchema,
  /** Owner of the licence; absent for an individual. */
  legalRepresentative: optionalText(60),
  mailingAddress: text2(200),
  principal: personSchema,
  remarks: optionalText(500)
});
var domainSchema = z5.strictObject({
  name: text2(253),
  registrar: text2(120),
  registrantName: text2(120),
  registrantCertificateNumber: optionalText(40),
  registeredAt: dateSchema.optional(),
  expiresAt: dateSchema,
  realNameVerified: z5.boolean()
});
var accessSchema = z5.strictObject({
  /** 备案服务号: proves a paid instance, usable once (filing guide, section 6). */
  serviceNumber: text2(40),
  mode: z5.enum(["dedicated-line", "hosting", "virtual-host", "cloud", "other"]),
  ipAddresses: z5.array(text2(45)).min(1).max(50),
  serverProvince: provinceCodeSchema,
  subscriptionMonths: z5.number().int().min(0).max(1200),
  subscriptionEndsAt: dateSchema
});
var preApprovalSchema = z5.strictObject({ category: text2(40), number: text2(80) });
var appSchema = z5.strictObject({
  platforms: z5.array(
    z5.strictObject({
      os: z5.enum(["android", "ios", "harmony", "mini-program"]),
      packageName: text2(200),
      publicKeyMd5: optionalText(128)
    })
  ).min(1).max(10)
});
var serviceSchema = z5.strictObject({
  id: z5.string().regex(/^[A-Za-z0-9-]{1,20}$/),
  kind: z5.enum(["website", "app", "other"]),
  name: text2(120),
  domains: z5.array(domainSchema).max(50),
  homepage: optionalText(300),
  contentCategories: z5.array(text2(60)).min(1).max(20),
  languages: z5.array(text2(20)).min(1).max(20),
  principal: personSchema,
  preApprovals: z5.array(preApprovalSchema).max(10).default([]),
  app: appSchema.optional(),
  /** Number of a service that is filed already (`京ICP备12345678号-1`). */
  icpNumber: optionalText(60),
  access: accessSchema.optional(),
  remarks: optionalText(500)
});
var hostedServiceSchema = serviceSchema.required({ access: true });
var recordedPersonSchema = z5.strictObject({
  name: text2(60),
  certificateNumber: optionalText(40),
  mobile: optionalText(30),
  email: optionalText(120)
});
var recordOnFileSchema = z5.strictObject({
  /** Day on which the provider read it. */
  readOn: dateSchema,
  entity: z5.strictObject({
    name: text2(120),
    nature: z5.enum(ENTITY_NATURES).optional(),
    certificateType: z5.enum(CERTIFICATE_TYPES).optional(),
    certificateNumber: optionalText(40),
    certificateAddress: optionalText(200),
    mailingAddress: optionalText(200),
    principal: recordedPersonSchema.optional()
  }),
  services: z5.array(
    z5.strictObject({
      icpNumber: text2(60),
      name: text2(120),
      domains: z5.array(text2(253)).max(50).optional(),
      principal: recordedPersonSchema.optional()
    })
  ).max(200)
});
var existingFilingSchema = z5.strictObject({
  entityIcpNumber: text2(60),
  filingPassword: optionalText(60),
  /** Absent where the provider's system got none: a person looks it up. */
  recordOnFile: recordOnFileSchema.optional()
});
var otherProvidersSchema = z5.array(text2(120)).max(20);
var claimedFilingSchema = z5.strictObject({
  filedWith: text2(120),
  filedOn: dateSchema.optional(),
  wasTransferred: z5.boolean(),
  /** Claims are made on a computer only. */
  madeOn: z5.enum(["computer", "app"])
});
var fieldChangeSchema = z5.strictObject({ field: text2(120), before: text2(300), after: text2(300) });
var particulars = [
  z5.strictObject({
    filingType: z5.literal("first-filing"),
    entity: entitySchema,
    services: z5.array(hostedServiceSchema).min(1).max(20)
  }),
  z5.strictObject({
    filingType: z5.literal("add-provider"),
    existing: existingFilingSchema,
    otherProviders: otherProvidersSchema.optional(),
    entity: entitySchema,
    services: z5.array(hostedServiceSchema).min(1).max(20)
  }),
  z5.strictObject({
    filingType: z5.literal("new-service-filed-elsewhere"),
    existing: existingFilingSchema,
    entity: entitySchema,
    services: z5.array(hostedServiceSchema).min(1).max(20)
  }),
  z5.strictObject({
    filingType: z5.literal("new-service-filed-here"),
    existing: existingFilingSchema,
    entity: entitySchema,
    services: z5.array(hostedServiceSchema).min(1).max(20)
  }),
  z5.strictObject({
    filingType: z5.literal("change"),
    existing: existingFilingSchema,
    entity: entitySchema,
    services: z5.array(serviceSchema).max(20),
    changes: z5.array(fieldChangeSchema).min(1).max(50)
  }),
  z5.strictObject({
    filingType: z5.literal("claim"),
    existing: existingFilingSchema,
    claimed: claimedFilingSchema.optional(),
    entity: entitySchema,
    services: z5.array(serviceSchema).max(20)
  }),
  z5.strictObject({
    filingType: z5.literal("cancel-entity"),
    existing: existingFilingSchema,
    entity: entitySchema,
    reason: text2(300)
  }),
  z5.strictObject({
    filingType: z5.literal("cancel-service"),
    existing: existingFilingSchema,
    entity: entitySchema,
    services: z5.array(serviceSchema).min(1).max(20),
    reason: text2(300)
  }),
  z5.strictObject({
    filingType: z5.literal("remove-provider"),
    existing: existingFilingSchema,
    otherProviders: otherProvidersSchema.optional(),
    entity: entitySchema,
    services: z5.array(serviceSchema).min(1).max(20),
    reason: text2(300)
  })
];
var applicationSchema = z5.discriminatedUnion("filingType", particulars);
var orderNumberSchema = z5.string().regex(/^[A-Z0-9][A-Z0-9-]{5,31}$/);
var bundleDocumentSchema = z5.strictObject({
  id: z5.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  kind: z5.enum(DOCUMENT_KINDS),
  face: z5.enum(DOCUMENT_FACES),
  owner: z5.enum(DOCUMENT_OWNERS),
  serviceId: z5.string().max(20).optional(),
  file: text2(200)
});
var envelope = {
  version: z5.literal(1),
  orderNumber: orderNumberSchema,
  submittedAt: instantSchema,
  documents: z5.array(bundleDocumentSchema).max(100)
};
var filingBundleSchema = z5.strictObject({
  format: z5.literal("beian-desk/filing"),
  ...envelope,
  /** 1 for the first submission; each resubmission after a return counts one up. */
  round: z5.number().int().min(1).max(99),
  /** Account of the applicant at the provider; one account files for one entity. */
  accountId: text2(60),
  province: provinceCodeSchema,
  application: applicationSchema
});
var supplementBundleSchema = z5.strictObject({
  format: z5.literal("beian-desk/supplement"),
  ...envelope,
  documents: z5.array(bundleDocumentSchema).min(1).max(10)
});
var noticeBundleSchema = z5.strictObject({
  format: z5.literal("beian-desk/notice"),
  ...envelope,
  documents: z5.array(bundleDocumentSchema).max(0).default([]),
  notice: noticeSchema
});
var bundleSchema = z5.discriminatedUnion("format", [
  filingBundleSchema,
  supplementBundleSchema,
  noticeBundleSchema
]);

// shared/domain/filingTypes.ts
var FILING_TYPES = [
  "first-filing",
  "add-provider",
  "new-service-filed-elsewhere",
  "new-service-filed-here",
  "change",
  "claim",
  "cancel-entity",
  "cancel-service",
  "remove-provider"
];
var HOSTED_FILING_TYPES = [
  "first-filing",
  "add-provider",
  "new-service-filed-elsewhere",
  "new-service-filed-here"
];
var SMS_FILING_TYPES = FILING_TYPES.filter(
  (type) => type !== "remove-provider"
);

// shared/rules/ruleFacts.ts
var list = (words) => z6.array(z6.enum(words)).min(1);
var texts = z6.array(z6.string().min(1)).min(1);
var provinces = z6.array(provinceCodeSchema).min(1);
var measured = {
  how: z6.enum(["exactly", "at-least", "at-most", "more-than", "less-than", "between"]),
  value: z6.number().int().min(0),
  upTo: z6.number().int().optional()
};
var narrowed = {
  for: list(AUDIENCES).optional(),
  provinces: provinces.optional(),
  filingTypes: list(FILING_TYPES).optional(),
  when: z6.enum(SITUATIONS).optional()
};
var paperSchema = z6.union([
  z6.strictObject({
    kind: z6.enum(DOCUMENT_KINDS),
    owner: z6.enum(DOCUMENT_OWNERS).optional(),
    face: z6.enum(DOCUMENT_FACES).optional()
  }),
  /** A paper the bundle format has no kind of its own for. */
  z6.strictObject({ name: localizedSchema })
]);
function fact(is, shape10) {
  return z6.strictObject({ is: z6.literal(is), ...shape10, ...narrowed });
}
var ruleFactSchema = z6.discriminatedUnion("is", [
  /** A number that is kept to, or advised. */
  fact("limit", {
    of: z6.enum(LIMIT_SUBJECTS),
    ...measured,
    unit: z6.enum(LIMIT_UNITS),
    advised: z6.literal(true).optional()
  }),
  /** A number from which on the rule concerns a filing at all. */
  fact("threshold", {
    of: z6.enum(["services", "domains", "domain-labels"]),
    how: z6.enum(["at-least", "more-than"]),
    value: z6.number().int().min(0),
    includesFiled: z6.literal(true).optional()
  }),
  /** Age in years; `extra-paper` where the range is not refused but asks for more. */
  fact("age", {
    how: measured.how,
    years: z6.number().int().min(1),
    upTo: z6.number().int().optional(),
    of: z6.enum(["service-principal", "any-role"]).optional(),
    sex: z6.enum(["female", "male"]).optional(),
    asks: z6.literal("extra-paper").optional()
  }),
  fact("period", { of: z6.enum(PERIOD_SUBJECTS), ...measured, unit: z6.enum(PERIOD_UNITS) }),
  /** A day, or a month where no day is published. */
  fact("date", { of: z6.enum(DATE_SUBJECTS), on: z6.union([dateSchema, z6.string().regex(/^\d{4}-\d{2}$/)]) }),
  fact("papers", {
    need: z6.enum(["all-of", "one-of", "as-fits", "not-accepted"]),
    papers: z6.array(paperSchema).min(1),
    as: z6.enum(["identity", "entity-certificate", "residence-proof", "proof-of-standing"]).optional(),
    /** Words that call for these papers. */
    words: texts.optional()
  }),
  /** How a paper or a picture is made. */
  fact("form", {
    must: z6.enum(["required", "accepted", "exceptional", "not-accepted"]),
    features: list(FORM_FEATURES)
  }),
  fact("suffixes", { stand: z6.enum(["accepted", "refused", "required"]), suffixes: texts }),
  fact("words", {
    role: z6.enum([
      "refused",
      "needs-approval",
      "calls-for-paper",
      "undertaking-enough",
      "change-advised",
      "hint-only",
      "required"
    ]),
    words: texts,
    at: z6.enum(["within", "start", "end"]).optional(),
    in: list(FACT_PLACES).optional()
  }),
  fact("name-shapes", {
    stand: z6.enum(["accepted", "refused"]),
    shapes: list(NAME_SHAPES),
    of: z6.enum(["domain-holder", "content"]).optional()
  }),
  fact("pattern", {
    of: z6.enum(PATTERN_SUBJECTS),
    form: z6.enum(["template", "regex", "literal"]),
    text: z6.string().min(1)
  }),
  fact("remark", {
    must: z6.literal("required"),
    template: z6.string().optional(),
    /** Service contents that need the remark. */
    contentTypes: texts.optional()
  }),
  /** What a paper, a remark, a plan or a site has to hold. */
  fact("contents", {
    of: z6.enum(["paper", "remark", "plan", "site"]),
    parts: z6.array(localizedSchema).min(1)
  }),
  fact("fields", {
    relation: z6.enum(["equal", "differ", "unique", "same-region"]),
    fields: list(FACT_FIELDS),
    to: list(FACT_FIELDS)
  }),
  fact("may-change", {
    at: z6.enum(["after-access", "in-change-filing"]),
    may: z6.boolean(),
    fields: list(FACT_FIELDS)
  }),
  fact("change-policy", { policy: z6.enum(CHANGE_POLICIES) }),
  fact("office", {
    of: z6.enum(OFFICE_ROLES),
    anyOf: list(OFFICES),
    must: z6.enum(["required", "all-of-them", "preferred", "sometimes", "not-required"])
  }),
  /** Nature to be entered. */
  fact("nature", { natures: list(ENTITY_NATURES) }),
  /** Whom the rule concerns, or exempts. */
  fact("concerns", {
    concerned: z6.boolean(),
    natures: list([...ENTITY_NATURES, "state-level", "trading-company"]).optional(),
    sectors: list(SECTORS).optional()
  }),
  fact("content-types", { stand: z6.enum(["accepted", "refused", "needs-approval"]), values: texts }),
  fact("method", {
    of: z6.enum(METHOD_SUBJECTS),
    methods: list(METHODS),
    stand: z6.enum(["required", "accepted", "only", "refused"])
  }),
  fact("places", { as: z6.enum(["looked-at", "concerned", "shown-at"]), in: list(FACT_PLACES) }),
  /** Divisions a rule speaks of; with `since`, those that joined on that day. */
  fact("regions", {
    as: z6.enum(["pilot", "nationwide", "one-website-exception", "phone-number", "issued-in", "mainland"]),
    since: dateSchema.optional()
  }),
  fact("renames", { pairs: z6.array(z6.strictObject({ from: z6.string(), to: z6.string() })).min(1) }),
  fact("sequence", { must: z6.enum(["required", "allowed", "not-allowed"]), steps: list(STEPS) }),
  fact("stand", {
    of: z6.enum(STAND_SUBJECTS),
    stand: z6.enum([
      "allowed",
      "not-allowed",
      "required",
      "not-required",
      "recommended",
      "with-proof",
      "with-remark",
      "with-approval",
      "per-province",
      "happens"
    ])
  }),
  fact("authority", { who: localizedSchema }),
  /** Number or title of a published text. */
  fact("notice", { as: z6.enum(["notice", "law", "standard"]), title: z6.string().min(1) }),
  /** What no other kind can say. */
  fact("note", { text: localizedSchema })
]);

// shared/rules/sampledParts.ts
var SAMPLED_PARTS = ["certificate", "access", "contact"];

// shared/rules/checklist.ts
var CHECKLIST_GROUPS = [
  "order",
  "entity",
  "persons",
  "service",
  "domain",
  "access",
  "documents",
  "verification",
  "other"
];
var SEVERITIES = ["reject", "return", "warn", "info"];
var RULE_STAGES = ["provider-review", "photo", "after", "guidance"];
var MACHINE_VERDICTS = ["pass", "fail", "unsure", "not-applicable"];
var PERSON_VERDICTS = ["ok", "not-ok", "not-applicable", "not-looked-at"];
var evidenceSchema = z7.discriminatedUnion("kind", [
  z7.strictObject({ kind: z7.literal("field"), path: z7.string() }),
  z7.strictObject({ kind: z7.literal("document"), documentId: z7.string() }),
  z7.strictObject({ kind: z7.literal("missing-document"), documentKind: z7.string() })
]);
var machineVerdictSchema = z7.strictObject({
  verdict: z7.enum(MACHINE_VERDICTS),
  /** What was found, as text for people: a date, a number, a name. */
  measured: z7.string().optional(),
  expected: z7.string().optional(),
  evidence: z7.array(evidenceSchema)
});
var ruleSourceSchema = z7.strictObject({
  key: z7.string(),
  name: z7.string(),
  url: z7.string().nullable(),
  date: z7.string(),
  reliability: z7.enum(["high", "medium", "low"])
});
var ruleConflictSchema = z7.strictObject({ name: localizedSchema, says: localizedSchema.optional() });
var CAUTIONS = ["inferred", "unchecked", "conflict"];
var CONDITION_FACTS = [
  "nature",
  "nature-other-than",
  "province",
  "principal-other-than-legal-representative",
  "principals-differ",
  "person-certificate",
  "person-certificate-other-than",
  "words",
  "content",
  "outside-province",
  "changed",
  "more-services",
  "more-domains",
  "more-addresses",
  "registrant-other-than",
  "pre-approval-declared"
];
var lineConcernSchema = z7.strictObject({
  entity: z7.enum(["individual", "organization", "both"]),
  filingTypes: z7.array(z7.enum(FILING_TYPES)),
  service: z7.enum(["website", "app", "both"]),
  conditions: z7.array(z7.strictObject({ is: z7.enum(CONDITION_FACTS), values: z7.array(z7.string()) }))
});
var checklistLineSchema = z7.strictObject({
  /** Rule id, `national:…`, `desk:…` (standards, the provider's own order) or `province code:…`. */
  id: z7.string(),
  group: z7.enum(CHECKLIST_GROUPS),
  stage: z7.enum(RULE_STAGES).optional(),
  title: localizedSchema,
  requirement: localizedSchema,
  severity: z7.enum(SEVERITIES),
  /** A blocking line must be looked at, and be fine, before the case can pass. */
  blocking: z7.boolean(),
  cautions: z7.array(z7.enum(CAUTIONS)),
  confidence: z7.enum(["guide", "published", "inferred"]),
  source: ruleSourceSchema,
  /** First and last day in force; null where open or not known. */
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  /** Why the last day is taken to be that one. */
  effectiveToBasis: localizedSchema.optional(),
  /** What the rule says, in parts. */
  facts: z7.array(ruleFactSchema),
  /** Other sources that say the same. */
  corroboratedBy: z7.array(ruleSourceSchema),
  conflictsWith: z7.array(ruleConflictSchema),
  /** Why it is among the lines of this case; absent in checklists kept from before. */
  concern: lineConcernSchema.optional(),
  /** The ministry looks at it in its samples. */
  sampled: z7.enum(SAMPLED_PARTS).optional(),
  /** Null: only a person can judge this line. */
  machine: machineVerdictSchema.nullable(),
  /** Ids in the catalogue of reasons that fit when the line fails. */
  reasonIds: z7.array(z7.string())
});
var lineAnswerSchema = z7.strictObject({
  lineId: z7.string().max(200),
  verdict: z7.enum(PERSON_VERDICTS),
  note: z7.string().max(500).optional()
});

// shared/rules/conditionFacts.ts
var MOST_VALUES = 6;
function concernOf(rule) {
  const { entity, filingTypes, service } = rule.appliesTo;
  return { entity, filingTypes: [...filingTypes], service, conditions: (rule.when ?? []).map(factOf) };
}
function factOf(condition) {
  switch (condition.is) {
    case "principals-differ":
    case "pre-approval-declared":
      return { is: condition.is, values: [] };
    case "principal-other-than-legal-representative":
      return { is: condition.is, values: condition.persons };
    case "person-certificate":
      return condition.anyOf === void 0 ? { is: "person-certificate-other-than", values: condition.noneOf ?? [] } : { is: condition.is, values: condition.anyOf };
    case "outside-province":
      return { is: condition.is, values: [condition.of] };
    case "changed":
      return { is: condition.is, values: condition.fields.slice(0, MOST_VALUES) };
    case "more-than": {
      const { individual, organization } = condition;
      const bounds = [individual, organization].filter((bound) => bound !== void 0);
      return { is: `more-${condition.counts}`, values: [...new Set(bounds)].map(String) };
    }
    default:
      return { is: condition.is, values: condition.anyOf.slice(0, MOST_VALUES) };
  }
}

// shared/rules/checks/checks.ts
import { z as z60 } from "zod";

// shared/rules/checks/addressDetail.ts
import { z as z9 } from "zod";

// shared/rules/checks/defineCheck.ts
import { z as z8 } from "zod";
function defineCheck(name, shape10, judge) {
  return definePreparedCheck(name, shape10, (params) => (context) => judge(context, params));
}
function definePreparedCheck(name, shape10, prepare) {
  return { name, schema: z8.strictObject({ name: z8.literal(name), ...shape10 }), prepare };
}

// shared/rules/gather.ts
function gather(items, partsOf3) {
  const gathered = [];
  for (const [index, item] of items.entries()) {
    gathered.push(...partsOf3(item, index));
  }
  return gathered;
}

// shared/rules/checks/verdicts.ts
function field(path5) {
  return { kind: "field", path: path5 };
}
function verdictOf(verdict, ground) {
  const { measured: measured2, expected } = ground;
  const evidence = [...ground.evidence];
  if (measured2 === void 0) {
    return expected === void 0 ? { verdict, evidence } : { verdict, expected, evidence };
  }
  return expected === void 0 ? { verdict, measured: measured2, evidence } : { verdict, measured: measured2, expected, evidence };
}
function pass(ground) {
  return verdictOf("pass", ground);
}
function fail(ground) {
  return verdictOf("fail", ground);
}
function unsure(ground) {
  return verdictOf("unsure", ground);
}
function notApplicable(ground) {
  return verdictOf("not-applicable", ground);
}
var WORST_FIRST = ["fail", "unsure", "pass", "not-applicable"];
function worstOf(parts) {
  const [only] = parts;
  if (only !== void 0 && parts.length === 1) {
    return only;
  }
  if (only === void 0) {
    return notApplicable({ evidence: [] });
  }
  const worst = parts.reduce(worse, only.verdict);
  const shown = parts.filter((part) => part.verdict === worst);
  return verdictOf(worst, {
    evidence: gather(shown, (part) => part.evidence),
    measured: joined(shown.map((part) => part.measured)),
    expected: joined(shown.map((part) => part.expected))
  });
}
function worse(found, { verdict }) {
  return WORST_FIRST.indexOf(verdict) < WORST_FIRST.indexOf(found) ? verdict : found;
}
function joined(texts2) {
  const different = [...new Set(texts2.filter((text4) => text4 !== void 0))];
  return different.length === 0 ? void 0 : different.join("; ");
}

// shared/rules/checks/addressDetail.ts
var DOOR = /[\d一二三四五六七八九十百]+\s*(?:号|室|栋|幢|座|单元|楼|层|弄|组|#)/u;
var addressDetail = defineCheck(
  "address-detail",
  {
    /** Wording with which an applicant says that the address has no door number. */
    remark: z9.string().optional(),
    /** Texts that are no address, such as the placeholder 市辖区. */
    forbidden: z9.array(z9.string()).default([]),
    doorRequired: z9.boolean().default(true)
  },
  ({ application }, { remark: remark2, forbidden, doorRequired }) => {
    const { mailingAddress: mailingAddress2, remarks = "" } = application.entity;
    const evidence = [field("application.entity.mailingAddress")];
    const placeholders = forbidden.filter((text4) => mailingAddress2.includes(text4));
    const judged = placeholders.length > 0 ? fail : pass;
    const shape10 = judged({
      evidence,
      measured: mailingAddress2,
      expected: forbidden.map((text4) => `\u2260 ${text4}`).join(", ") || void 0
    });
    const explained = remark2 !== void 0 && remarks.includes(remark2);
    const door = doorRequired && !DOOR.test(mailingAddress2) && !explained;
    return worstOf([shape10, ...door ? [fail({ evidence, measured: mailingAddress2, expected: remark2 })] : []]);
  }
);

// shared/rules/checks/addressSymbols.ts
var SIGN = /\d\s*[-#/~]\s*\d|\d\s*#/u;
var addressSymbols = defineCheck("address-symbols", {}, ({ application }) => {
  const { mailingAddress: mailingAddress2 } = application.entity;
  const plain2 = mailingAddress2.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/gu, "-");
  return (SIGN.test(plain2) ? fail : pass)({
    evidence: [field("application.entity.mailingAddress")],
    measured: mailingAddress2
  });
});

// shared/rules/checks/age.ts
import { z as z10 } from "zod";

// shared/domain/provinces.ts
var PROVINCES = [
  { code: "110000", nameZh: "\u5317\u4EAC\u5E02", nameEn: "Beijing", plate: "\u4EAC", icpCharacter: "\u4EAC" },
  { code: "120000", nameZh: "\u5929\u6D25\u5E02", nameEn: "Tianjin", plate: "\u6D25", icpCharacter: "\u6D25" },
  { code: "130000", nameZh: "\u6CB3\u5317\u7701", nameEn: "Hebei", plate: "\u5180", icpCharacter: "\u5180" },
  { code: "140000", nameZh: "\u5C71\u897F\u7701", nameEn: "Shanxi", plate: "\u664B", icpCharacter: "\u664B" },
  { code: "150000", nameZh: "\u5185\u8499\u53E4\u81EA\u6CBB\u533A", nameEn: "Inner Mongolia", plate: "\u8499", icpCharacter: "\u8499" },
  { code: "210000", nameZh: "\u8FBD\u5B81\u7701", nameEn: "Liaoning", plate: "\u8FBD", icpCharacter: "\u8FBD" },
  { code: "220000", nameZh: "\u5409\u6797\u7701", nameEn: "Jilin", plate: "\u5409", icpCharacter: "\u5409" },
  { code: "230000", nameZh: "\u9ED1\u9F99\u6C5F\u7701", nameEn: "Heilongjiang", plate: "\u9ED1", icpCharacter: "\u9ED1" },
  { code: "310000", nameZh: "\u4E0A\u6D77\u5E02", nameEn: "Shanghai", plate: "\u6CAA", icpCharacter: "\u6CAA" },
  { code: "320000", nameZh: "\u6C5F\u82CF\u7701", nameEn: "Jiangsu", plate: "\u82CF", icpCharacter: "\u82CF" },
  { code: "330000", nameZh: "\u6D59\u6C5F\u7701", nameEn: "Zhejiang", plate: "\u6D59", icpCharacter: "\u6D59" },
  { code: "340000", nameZh: "\u5B89\u5FBD\u7701", nameEn: "Anhui", plate: "\u7696", icpCharacter: "\u7696" },
  { code: "350000", nameZh: "\u798F\u5EFA\u7701", nameEn: "Fujian", plate: "\u95FD", icpCharacter: "\u95FD" },
  { code: "360000", nameZh: "\u6C5F\u897F\u7701", nameEn: "Jiangxi", plate: "\u8D63", icpCharacter: "\u8D63" },
  { code: "370000", nameZh: "\u5C71\u4E1C\u7701", nameEn: "Shandong", plate: "\u9C81", icpCharacter: "\u9C81" },
  { code: "410000", nameZh: "\u6CB3\u5357\u7701", nameEn: "Henan", plate: "\u8C6B", icpCharacter: "\u8C6B" },
  { code: "420000", nameZh: "\u6E56\u5317\u7701", nameEn: "Hubei", plate: "\u9102", icpCharacter: "\u9102" },
  { code: "430000", nameZh: "\u6E56\u5357\u7701", nameEn: "Hunan", plate: "\u6E58", icpCharacter: "\u6E58" },
  { code: "440000", nameZh: "\u5E7F\u4E1C\u7701", nameEn: "Guangdong", plate: "\u7CA4", icpCharacter: "\u7CA4" },
  { code: "450000", nameZh: "\u5E7F\u897F\u58EE\u65CF\u81EA\u6CBB\u533A", nameEn: "Guangxi", plate: "\u6842", icpCharacter: "\u6842" },
  { code: "460000", nameZh: "\u6D77\u5357\u7701", nameEn: "Hainan", plate: "\u743C", icpCharacter: "\u743C" },
  { code: "500000", nameZh: "\u91CD\u5E86\u5E02", nameEn: "Chongqing", plate: "\u6E1D", icpCharacter: "\u6E1D" },
  { code: "510000", nameZh: "\u56DB\u5DDD\u7701", nameEn: "Sichuan", plate: "\u5DDD", icpCharacter: "\u8700" },
  { code: "520000", nameZh: "\u8D35\u5DDE\u7701", nameEn: "Guizhou", plate: "\u8D35", icpCharacter: "\u9ED4" },
  { code: "530000", nameZh: "\u4E91\u5357\u7701", nameEn: "Yunnan", plate: "\u4E91", icpCharacter: "\u6EC7" },
  { code: "540000", nameZh: "\u897F\u85CF\u81EA\u6CBB\u533A", nameEn: "Tibet", plate: "\u85CF", icpCharacter: "\u85CF" },
  { code: "610000", nameZh: "\u9655\u897F\u7701", nameEn: "Shaanxi", plate: "\u9655", icpCharacter: "\u9655" },
  { code: "620000", nameZh: "\u7518\u8083\u7701", nameEn: "Gansu", plate: "\u7518", icpCharacter: "\u9647" },
  { code: "630000", nameZh: "\u9752\u6D77\u7701", nameEn: "Qinghai", plate: "\u9752", icpCharacter: "\u9752" },
  { code: "640000", nameZh: "\u5B81\u590F\u56DE\u65CF\u81EA\u6CBB\u533A", nameEn: "Ningxia", plate: "\u5B81", icpCharacter: "\u5B81" },
  { code: "650000", nameZh: "\u65B0\u7586\u7EF4\u543E\u5C14\u81EA\u6CBB\u533A", nameEn: "Xinjiang", plate: "\u65B0", icpCharacter: "\u65B0" }
];
function provinceByCode(code) {
  return PROVINCES.find((province) => province.code === code);
}
function provinceByIcpCharacter(character) {
  const usual = PROVINCES.find((province) => province.icpCharacter === character);
  if (usual !== void 0) {
    return { province: usual, usual: true };
  }
  const old = PROVINCES.find((province) => province.plate === character);
  return old === void 0 ? void 0 : { province: old, usual: false };
}

// shared/domain/identifiers/birthDate.ts
function birthDateOf(digits) {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  if (year < 1800 || day < 1 || day > daysInMonth(year, month)) {
    return void 0;
  }
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

// shared/domain/identifiers/checkCharacters.ts
var DIGITS = "0123456789";
var DIGITS_AND_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
var CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
var RESIDENT_ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
var CREDIT_CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
var ORGANISATION_CODE_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
var MRZ_WEIGHTS = [7, 3, 1];
function valueOf(character, alphabet) {
  const value = alphabet.indexOf(character);
  if (value < 0) {
    throw new RangeError("Body of a check character holds a character outside its alphabet");
  }
  return value;
}
function valuesOf(body, alphabet) {
  return Array.from(body, (character) => valueOf(character, alphabet));
}
function weightedSum(body, alphabet, weights) {
  if (body.length !== weights.length) {
    throw new RangeError(`Body of a check character must have ${weights.length} characters`);
  }
  return weights.reduce((sum, weight, index) => sum + weight * valueOf(body.charAt(index), alphabet), 0);
}
function residentIdCheckCharacter(body) {
  return "10X98765432".charAt(weightedSum(body, DIGITS, RESIDENT_ID_WEIGHTS) % 11);
}
function creditCodeCheckCharacter(body) {
  const remainder = weightedSum(body, CREDIT_CODE_ALPHABET, CREDIT_CODE_WEIGHTS) % 31;
  return CREDIT_CODE_ALPHABET.charAt((31 - remainder) % 31);
}
function organisationCodeCheckCharacter(body) {
  const complement = 11 - weightedSum(body, DIGITS_AND_LETTERS, ORGANISATION_CODE_WEIGHTS) % 11;
  if (complement === 10) {
    return "X";
  }
  return complement === 11 ? "0" : String(complement);
}
function registrationNumberCheckDigit(body) {
  const digits = valuesOf(body, DIGITS);
  if (digits.length !== 14) {
    throw new RangeError("Body of a registration number must have 14 digits");
  }
  const product = digits.reduce((previous, digit) => {
    const sum = (previous + digit) % 10;
    return 2 * (sum === 0 ? 10 : sum) % 11;
  }, 10);
  return String((11 - product) % 10);
}
function mrzCheckDigit(field2) {
  const values = valuesOf(field2.replaceAll("<", "0"), DIGITS_AND_LETTERS);
  const sum = values.reduce((total, value, index) => total + value * (MRZ_WEIGHTS[index % 3] ?? 0), 0);
  return String(sum % 10);
}

// shared/domain/identifiers/tidy.ts
var FULL_WIDTH_OFFSET = 65248;
var TIDY = /^[!-`{-~\u4e00-\u9fff]*$/;
var FULL_WIDTH = /[\uff01-\uff5e]/g;
var DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
function tidy(typed) {
  if (TIDY.test(typed)) {
    return typed;
  }
  return typed.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET)).replace(DASHES, "-").replace(/\s/g, "").replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
var SPELLING_NOISES = ["full-width", "odd-dash", "white-space", "small-letter"];
var NOISE = {
  "full-width": FULL_WIDTH,
  "odd-dash": DASHES,
  "white-space": /\s/,
  // Full-width small letters are typed in full width first of all.
  "small-letter": /[a-z]/
};
function spellingNoise(typed) {
  return SPELLING_NOISES.filter((noise) => typed.search(NOISE[noise]) >= 0);
}

// shared/domain/identifiers/verdict.ts
function problem(code) {
  return { ok: false, problem: code };
}

// shared/domain/identifiers/residentId.ts
var PERMIT_HOLDERS = /* @__PURE__ */ new Map([
  ["810000", "hong-kong"],
  ["820000", "macao"],
  ["830000", "taiwan"]
]);
var CITIZEN_PROVINCES = /* @__PURE__ */ new Set([
  ...PROVINCES.map(({ code }) => code.slice(0, 2)),
  "71"
]);
function holderOf(regionCode) {
  if (regionCode.startsWith("9")) {
    return "foreigner";
  }
  return PERMIT_HOLDERS.get(regionCode) ?? (CITIZEN_PROVINCES.has(regionCode.slice(0, 2)) ? "citizen" : void 0);
}
function checkResidentId(typed) {
  const text4 = tidy(typed);
  const legacy = text4.length === 15;
  if (!legacy && text4.length !== 18) {
    return problem("length");
  }
  if (!(legacy ? /^\d{15}$/ : /^\d{17}[\dX]$/).test(text4)) {
    return problem("characters");
  }
  const body = legacy ? `${text4.slice(0, 6)}19${text4.slice(6)}` : text4.slice(0, 17);
  const regionCode = body.slice(0, 6);
  const holder = holderOf(regionCode);
  if (holder === void 0 || legacy && holder !== "citizen") {
    return problem("region");
  }
  const birthDate = birthDateOf(body.slice(6, 14));
  if (birthDate === void 0) {
    return problem("birth-date");
  }
  const number = body + residentIdCheckCharacter(body);
  if (!legacy && number !== text4) {
    return problem("check-character");
  }
  const sex = Number(body.charAt(16)) % 2 === 1 ? "male" : "female";
  return { ok: true, number, holder, legacy, regionCode, birthDate, sex };
}

// shared/rules/checks/formParts.ts
var PERSON_ROLES = ["entity-principal", "service-principals"];
function listParts(application) {
  const services = "services" in application ? application.services.map(serviceAt) : [];
  const of = (kind) => partsOf(
    application,
    services.filter(({ service }) => service.kind === kind)
  );
  return { both: partsOf(application, services), website: of("website"), app: of("app") };
}
function serviceAt(service, index) {
  return { service, path: `application.services.${String(index)}` };
}
function partsOf(application, services) {
  const principal = {
    role: "entity-principal",
    person: application.entity.principal,
    path: "application.entity.principal"
  };
  const others = services.map(({ service, path: path5 }) => ({
    role: "service-principals",
    person: service.principal,
    path: `${path5}.principal`,
    serviceId: service.id
  }));
  return {
    services,
    websites: services.filter(({ service }) => service.kind === "website"),
    persons: [principal, ...others],
    domains: gather(
      services,
      ({ service, path: path5 }) => service.domains.map((domain, index) => ({ domain, service, path: `${path5}.domains.${String(index)}` }))
    )
  };
}

// shared/rules/checks/caseFacts.ts
function servicesOf({ parts, scope }) {
  return parts[scope].services;
}
function websitesOf({ parts, scope }) {
  return parts[scope].websites;
}
function personsOf({ parts, scope }, roles = PERSON_ROLES) {
  return parts[scope].persons.filter(({ role }) => roles.includes(role));
}
function isSamePerson(one, other) {
  return tidy(one.certificate.number) === tidy(other.certificate.number);
}
function distinctPersons(persons2) {
  return persons2.filter(
    ({ person }, index) => persons2.findIndex((other) => isSamePerson(other.person, person)) === index
  );
}
function sameName(one, other) {
  return plainName(one) === plainName(other);
}
function plainName(name) {
  return name.normalize("NFKC").replace(/[\s·•‧・.]/gu, "").toUpperCase();
}
function isLegalRepresentative({ application }, person) {
  const { kind, legalRepresentative: legalRepresentative2 } = application.entity;
  if (kind === "individual" || legalRepresentative2 === void 0 || legalRepresentative2 === "") {
    return null;
  }
  return sameName(legalRepresentative2, person.name);
}
function hasNature({ application }, natures) {
  return natures.includes(application.entity.nature);
}

// shared/rules/checks/dates.ts
function addMonths(date, months) {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: count % 12 + 1 };
  const last = daysInMonth(target.year, target.month);
  return [target.year, target.month, Math.min(day, last)].map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
}
function ageOn(birthDate, date) {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

// shared/rules/checks/age.ts
var shape = {
  persons: z10.array(z10.enum(PERSON_ROLES)).min(1),
  min: z10.number().int().positive().optional(),
  /** From `min` up to this age a paper is due, of one of these kinds; somebody reads it. */
  proofBelow: z10.strictObject({ age: z10.number().int().positive(), anyOf: z10.array(z10.enum(DOCUMENT_KINDS)).min(1) }).optional(),
  max: z10.number().int().positive().optional(),
  maxMale: z10.number().int().positive().optional(),
  maxFemale: z10.number().int().positive().optional()
};
var age = defineCheck(
  "age",
  shape,
  (context, params) => worstOf(
    distinctPersons(personsOf(context, params.persons)).map((person) => judgePerson(context, person, params))
  )
);
function judgePerson(context, { person, path: path5 }, params) {
  const evidence = [field(`${path5}.certificate.number`)];
  const identity = checkResidentId(person.certificate.number);
  if (!identity.ok) {
    return unsure({ evidence });
  }
  const years = ageOn(identity.birthDate, context.submittedOn);
  const bySex = identity.sex === "male" ? params.maxMale : params.maxFemale;
  const max = Math.min(params.max ?? Number.POSITIVE_INFINITY, bySex ?? Number.POSITIVE_INFINITY);
  const min = params.min ?? 0;
  const ground = {
    evidence,
    measured: String(years),
    expected: [
      ...min > 0 ? [`\u2265 ${String(min)}`] : [],
      ...Number.isFinite(max) ? [`\u2264 ${String(max)}`] : []
    ].join(", ")
  };
  if (years < min || years > max) {
    return fail(ground);
  }
  return params.proofBelow === void 0 || years >= params.proofBelow.age ? proofNotDue(ground, params) : judgeProof(context, ground, params.proofBelow.anyOf);
}
function proofNotDue(ground, { min, max, maxMale, maxFemale }) {
  const bounded = [min, max, maxMale, maxFemale].some((bound) => bound !== void 0);
  return (bounded ? pass : notApplicable)(ground);
}
function judgeProof(context, ground, anyOf) {
  const found = context.documents.filter(({ kind }) => anyOf.includes(kind));
  if (found.length > 0) {
    const documents = found.map(({ id }) => ({ kind: "document", documentId: id }));
    return unsure({ ...ground, evidence: [...ground.evidence, ...documents] });
  }
  const missing = anyOf.map((kind) => ({ kind: "missing-document", documentKind: kind }));
  return fail({ ...ground, evidence: [...ground.evidence, ...missing] });
}

// shared/rules/checks/appFeatures.ts
import { z as z11 } from "zod";
var appFeatures = defineCheck(
  "app-features",
  {
    /** Digits of the digest by platform: MD5 has 32, SHA-1 has 40. */
    digestLengths: z11.partialRecord(z11.enum(["android", "ios", "harmony", "mini-program"]), z11.number().int())
  },
  (context, { digestLengths }) => worstOf(
    gather(
      servicesOf(context).filter(({ service }) => service.kind === "app"),
      ({ service: { app }, path: path5 }) => {
        if (app === void 0) {
          return [fail({ evidence: [field(`${path5}.app`)] })];
        }
        return app.platforms.map(({ os: os2, publicKeyMd5 = "" }, index) => {
          const length = digestLengths[os2];
          const digits = publicKeyMd5.replace(/[:\s]/gu, "");
          const fits = length === void 0 || digits.length === length && /^[0-9a-f]+$/i.test(digits);
          return (fits ? pass : fail)({
            evidence: [field(`${path5}.app.platforms.${String(index)}.publicKeyMd5`)],
            measured: `${os2}: ${String(digits.length)}`,
            expected: length === void 0 ? void 0 : `${String(length)} \xD7 [0-9a-f]`
          });
        });
      }
    )
  )
);

// shared/rules/checks/appName.ts
import { z as z13 } from "zod";

// shared/rules/checks/textPlaces.ts
import { z as z12 } from "zod";
var TEXT_PLACES = [
  "entity-name",
  "entity-remarks",
  "certificate-address",
  "service-name",
  "service-remarks",
  "domain-label"
];
function textsAt(form, places) {
  return gather(places, (place) => textsOf(form, place)).filter(({ text: text4 }) => text4 !== "");
}
function textsOf(form, place) {
  const { entity } = form.application;
  const services = servicesOf(form);
  switch (place) {
    case "entity-name":
      return [{ text: entity.name, path: "application.entity.name" }];
    case "entity-remarks":
      return [{ text: entity.remarks ?? "", path: "application.entity.remarks" }];
    case "certificate-address":
      return [{ text: entity.certificate.address ?? "", path: "application.entity.certificate.address" }];
    case "service-name":
      return services.map(({ service, path: path5 }) => ({ text: service.name, path: `${path5}.name` }));
    case "service-remarks":
      return services.map(({ service, path: path5 }) => ({ text: service.remarks ?? "", path: `${path5}.remarks` }));
    case "domain-label":
      return gather(
        services,
        ({ service, path: path5 }) => service.domains.map(({ name }, index) => ({
          text: labelOf(form, name),
          path: `${path5}.domains.${String(index)}.name`
        }))
      );
  }
}
function labelOf({ readDomain }, name) {
  const facts = readDomain(name);
  return facts.ok ? facts.unicode.split(".")[0] ?? "" : name;
}
var wordsSchema = z12.array(z12.string().min(1).overwrite(plainText).brand("plain"));
function plainText(text4) {
  return text4.normalize("NFKC").toUpperCase();
}
function wordsIn(text4, words, ignoring = []) {
  const plain2 = ignoring.reduce((rest, phrase) => rest.replaceAll(phrase, " "), plainText(text4));
  return words.filter((word) => plain2.includes(word));
}

// shared/rules/checks/appName.ts
var shape2 = {
  /** Names that stand for no name. */
  placeholders: z13.array(z13.string().min(1)).min(1),
  /** Words of price and advertising, and generic names: a person reads a name that has one. */
  doubtfulWords: wordsSchema.default([]),
  /** `person-reads` where the rule forbids more than the machine can tell. */
  otherwise: z13.enum(["pass", "person-reads"]).default("pass")
};
var EMOJI = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]|\uFE0F/u;
var PRICE = /[¥￥$€]\s*\d|\d\s*元/u;
var appName = defineCheck(
  "app-name",
  shape2,
  (context, params) => worstOf(
    servicesOf(context).filter(({ service }) => service.kind === "app").map((app) => judgeName(app, params))
  )
);
function judgeName({ service, path: path5 }, params) {
  const { name } = service;
  const plain2 = name.normalize("NFKC").replace(/\s/gu, "").toUpperCase();
  const evidence = [field(`${path5}.name`)];
  const wrong = [
    ...params.placeholders.some((word) => plain2 === word.toUpperCase()) ? ["placeholder"] : [],
    ...EMOJI.test(name) ? ["emoji"] : [],
    ...PRICE.test(name) ? ["price"] : []
  ];
  if (wrong.length > 0) {
    return fail({ evidence, measured: `${name} (${wrong.join(", ")})` });
  }
  const doubtful = wordsIn(name, params.doubtfulWords);
  if (doubtful.length > 0) {
    return unsure({ evidence, measured: `${name} \u220B ${doubtful.join(", ")}` });
  }
  return (params.otherwise === "pass" ? pass : unsure)({ evidence, measured: name });
}

// shared/rules/checks/caseDomains.ts
function domainsOf({ parts, scope }) {
  return parts[scope].domains;
}

// shared/rules/checks/bracketWidth.ts
var BRACKETS = /[()（）]/gu;
var bracketWidth = defineCheck("bracket-width", {}, (context) => {
  const { name } = context.application.entity;
  const brackets = bracketsOf(name);
  const held = domainsOf(context).filter(({ domain }) => sameName(domain.registrantName, name));
  if (brackets === "" || held.length === 0) {
    return notApplicable({ evidence: [field("application.entity.name")], measured: name });
  }
  return worstOf(
    held.map(
      ({ domain, path: path5 }) => (bracketsOf(domain.registrantName) === brackets ? pass : fail)({
        evidence: [field(`${path5}.registrantName`), field("application.entity.name")],
        measured: domain.registrantName,
        expected: name
      })
    )
  );
});
function bracketsOf(text4) {
  return (text4.match(BRACKETS) ?? []).join("");
}

// shared/rules/checks/certificateNumber.ts
import { z as z15 } from "zod";

// shared/domain/identifiers/foreignPermanentResident.ts
function checkForeignPermanentResident(typed) {
  const number = tidy(typed);
  if (number.length === 15) {
    return /^[A-Z]{3}\d{12}$/.test(number) ? { ok: true, number, edition: "2017" } : problem("characters");
  }
  const verdict = checkResidentId(number);
  if (!verdict.ok) {
    return verdict;
  }
  return verdict.holder === "foreigner" ? { ok: true, number, edition: "2023" } : problem("other-kind");
}

// shared/domain/identifiers/organisationCode.ts
function checkOrganisationCode(typed) {
  const number = tidy(typed).replace(/^(.{8})-/, "$1");
  if (number.length !== 9) {
    return problem("length");
  }
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(number)) {
    return problem("characters");
  }
  if (organisationCodeCheckCharacter(number.slice(0, 8)) !== number.charAt(8)) {
    return problem("check-character");
  }
  return { ok: true, number };
}

// shared/domain/identifiers/passport.ts
var SHORTEST = 5;
var LONGEST = 9;
var CHINESE_ORDINARY = /^E(\d{8}|[A-HJ-NP-Z]\d{7})$/;
var CHINESE_OFFICIAL = /^[DSP]E\d{7}$/;
function checkPassportNumber(typed) {
  const number = tidy(typed);
  if (number.length < SHORTEST || number.length > LONGEST) {
    return problem("length");
  }
  if (!/^[0-9A-Z]*\d[0-9A-Z]*$/.test(number)) {
    return problem("characters");
  }
  if (CHINESE_ORDINARY.test(number)) {
    return { ok: true, number, form: "chinese-ordinary" };
  }
  return { ok: true, number, form: CHINESE_OFFICIAL.test(number) ? "chinese-official" : "other" };
}

// shared/domain/identifiers/registrationNumber.ts
function registrantOf(sequence) {
  const first = Number(sequence.charAt(0));
  if (first <= 3) {
    return "domestic";
  }
  return first <= 5 ? "foreign-funded" : "sole-trader";
}
function checkRegistrationNumber(typed) {
  const number = tidy(typed);
  if (number.length !== 15) {
    return problem("length");
  }
  if (!/^\d{15}$/.test(number)) {
    return problem("characters");
  }
  if (registrationNumberCheckDigit(number.slice(0, 14)) !== number.charAt(14)) {
    return problem("check-digit");
  }
  return {
    ok: true,
    number,
    authorityCode: number.slice(0, 6),
    registrant: registrantOf(number.slice(6, 14))
  };
}

// shared/domain/identifiers/travelPermit.ts
function checkHkMacaoPermit(typed) {
  const number = tidy(typed);
  if (number.length !== 9 && number.length !== 11) {
    return problem("length");
  }
  if (!/^[HM](\d{8}|\d{10})$/.test(number)) {
    return problem("characters");
  }
  return {
    ok: true,
    number,
    residence: number.startsWith("H") ? "hong-kong" : "macao",
    renewals: number.length === 11 ? Number(number.slice(9)) : void 0
  };
}
function checkTaiwanPermit(typed) {
  const number = tidy(typed);
  if (number.length !== 8) {
    return problem("length");
  }
  return /^\d{8}$/.test(number) ? { ok: true, number } : problem("characters");
}

// shared/domain/identifiers/creditCodePrefixes.ts
var CREDIT_CODE_PREFIXES = [
  { code: "11", nameZh: "\u673A\u5173", nameEn: "State organ", natures: ["government"] },
  { code: "12", nameZh: "\u4E8B\u4E1A\u5355\u4F4D", nameEn: "Public institution", natures: ["institution"] },
  {
    code: "13",
    nameZh: "\u4E2D\u592E\u7F16\u529E\u76F4\u63A5\u7BA1\u7406\u673A\u6784\u7F16\u5236\u7684\u7FA4\u4F17\u56E2\u4F53",
    nameEn: "Mass organisation under the central establishment office",
    natures: ["social-organisation"]
  },
  { code: "19", nameZh: "\u673A\u6784\u7F16\u5236-\u5176\u4ED6", nameEn: "Establishment office, other", natures: [] },
  { code: "21", nameZh: "\u5916\u56FD\u5E38\u9A7B\u65B0\u95FB\u673A\u6784", nameEn: "Foreign news office", natures: [] },
  { code: "31", nameZh: "\u5F8B\u5E08\u6267\u4E1A\u673A\u6784", nameEn: "Law firm", natures: ["law-firm"] },
  { code: "32", nameZh: "\u516C\u8BC1\u5904", nameEn: "Notary office", natures: [] },
  { code: "33", nameZh: "\u57FA\u5C42\u6CD5\u5F8B\u670D\u52A1\u6240", nameEn: "Grass-roots legal service office", natures: [] },
  { code: "34", nameZh: "\u53F8\u6CD5\u9274\u5B9A\u673A\u6784", nameEn: "Judicial appraisal body", natures: [] },
  { code: "35", nameZh: "\u4EF2\u88C1\u59D4\u5458\u4F1A", nameEn: "Arbitration commission", natures: [] },
  { code: "41", nameZh: "\u5916\u56FD\u5728\u534E\u6587\u5316\u4E2D\u5FC3", nameEn: "Foreign cultural centre in China", natures: [] },
  { code: "51", nameZh: "\u793E\u4F1A\u56E2\u4F53", nameEn: "Social organisation", natures: ["social-organisation"] },
  {
    code: "52",
    nameZh: "\u6C11\u529E\u975E\u4F01\u4E1A\u5355\u4F4D",
    nameEn: "Private non-enterprise unit",
    natures: ["private-non-enterprise"]
  },
  { code: "53", nameZh: "\u57FA\u91D1\u4F1A", nameEn: "Foundation", natures: ["foundation"] },
  {
    code: "61",
    nameZh: "\u5916\u56FD\u65C5\u6E38\u90E8\u95E8\u5E38\u9A7B\u4EE3\u8868\u673A\u6784",
    nameEn: "Foreign tourism representative office",
    natures: []
  },
  {
    code: "62",
    nameZh: "\u6E2F\u6FB3\u53F0\u5730\u533A\u65C5\u6E38\u90E8\u95E8\u5E38\u9A7B\u5185\u5730\uFF08\u5927\u9646\uFF09\u4EE3\u8868\u673A\u6784",
    nameEn: "Hong Kong, Macao or Taiwan tourism representative office",
    natures: []
  },
  { code: "71", nameZh: "\u5B97\u6559\u6D3B\u52A8\u573A\u6240", nameEn: "Religious venue", natures: [] },
  { code: "72", nameZh: "\u5B97\u6559\u9662\u6821", nameEn: "Religious school", natures: [] },
  { code: "81", nameZh: "\u57FA\u5C42\u5DE5\u4F1A", nameEn: "Grass-roots trade union", natures: [] },
  { code: "91", nameZh: "\u4F01\u4E1A", nameEn: "Enterprise", natures: ["enterprise"] },
  { code: "92", nameZh: "\u4E2A\u4F53\u5DE5\u5546\u6237", nameEn: "Sole trader", natures: ["sole-trader"] },
  {
    code: "93",
    nameZh: "\u519C\u6C11\u4E13\u4E1A\u5408\u4F5C\u793E",
    nameEn: "Farmers' professional cooperative",
    natures: ["enterprise"]
  },
  { code: "A1", nameZh: "\u519B\u961F\u4E8B\u4E1A\u5355\u4F4D", nameEn: "Military public institution", natures: [] },
  { code: "N1", nameZh: "\u7EC4\u7EA7\u96C6\u4F53\u7ECF\u6D4E\u7EC4\u7EC7", nameEn: "Group-level collective", natures: [] },
  { code: "N2", nameZh: "\u6751\u7EA7\u96C6\u4F53\u7ECF\u6D4E\u7EC4\u7EC7", nameEn: "Village-level collective", natures: [] },
  { code: "N3", nameZh: "\u4E61\u9547\u7EA7\u96C6\u4F53\u7ECF\u6D4E\u7EC4\u7EC7", nameEn: "Township-level collective", natures: [] },
  { code: "Y1", nameZh: "\u5176\u4ED6", nameEn: "Other", natures: [] }
];
function creditCodePrefix(code) {
  return CREDIT_CODE_PREFIXES.find((prefix) => prefix.code === code.slice(0, 2));
}

// shared/domain/identifiers/unifiedSocialCreditCode.ts
function checkUnifiedSocialCreditCode(typed) {
  const number = tidy(typed);
  if (number.length !== 18) {
    return problem("length");
  }
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(number)) {
    return problem("characters");
  }
  if (creditCodeCheckCharacter(number.slice(0, 17)) !== number.charAt(17)) {
    return problem("check-character");
  }
  const organisationCode = number.slice(8, 17);
  if (!checkOrganisationCode(organisationCode).ok) {
    return problem("organisation-code");
  }
  return {
    ok: true,
    number,
    prefix: creditCodePrefix(number),
    regionCode: number.slice(2, 8),
    organisationCode
  };
}

// shared/domain/identifiers/certificateNumber.ts
var PERMIT_HOLDERS2 = ["hong-kong", "macao", "taiwan"];
function checkIdentityNumberOf(typed, holders) {
  const verdict = checkResidentId(typed);
  if (!verdict.ok) {
    return verdict;
  }
  if (verdict.legacy) {
    return problem("legacy");
  }
  return holders.includes(verdict.holder) ? verdict : problem("other-kind");
}
function checkCertificateNumber(type, typed) {
  switch (type) {
    case "resident-id":
      return checkIdentityNumberOf(typed, ["citizen"]);
    case "hkmt-residence-permit":
      return checkIdentityNumberOf(typed, PERMIT_HOLDERS2);
    case "foreign-permanent-resident":
      return checkForeignPermanentResident(typed);
    case "passport":
      return checkPassportNumber(typed);
    case "hk-macao-permit":
      return checkHkMacaoPermit(typed);
    case "taiwan-permit":
      return checkTaiwanPermit(typed);
    case "unified-social-credit-code":
      return checkUnifiedSocialCreditCode(typed);
    case "organisation-code":
      return checkOrganisationCode(typed);
    case "registration-number":
      return checkRegistrationNumber(typed);
    case "other":
      return { ok: true, number: tidy(typed) };
    default:
      return assertNever(type, "Unknown certificate type");
  }
}

// shared/rules/checks/certificateHolders.ts
import { z as z14 } from "zod";
var certificateHolderSchema = z14.enum([
  "individual",
  "organization",
  "entity-principal",
  "service-principals"
]);
function certificatesOf(form, holders) {
  const { entity } = form.application;
  const own = holders.includes(entity.kind) ? [{ certificate: entity.certificate, path: "application.entity.certificate" }] : [];
  const roles = holders.filter((holder) => holder === "entity-principal" || holder === "service-principals");
  const persons2 = personsOf(form, roles).map(({ person, path: path5 }) => ({
    certificate: person.certificate,
    path: `${path5}.certificate`
  }));
  return [...own, ...persons2];
}

// shared/rules/checks/masked.ts
var SHOWN = 4;
function masked(text4) {
  const characters = Array.from(text4);
  return characters.length <= SHOWN ? "\u2022".repeat(characters.length) : `\u2022\u2022\u2022\u2022${characters.slice(-SHOWN).join("")}`;
}

// shared/rules/checks/certificateNumber.ts
var certificateNumber = defineCheck(
  "certificate-number",
  { holders: z15.array(certificateHolderSchema).min(1), types: z15.array(z15.enum(CERTIFICATE_TYPES)).min(1) },
  (context, { holders, types }) => worstOf(
    certificatesOf(context, holders).filter(({ certificate }) => types.includes(certificate.type)).map(({ certificate, path: path5 }) => {
      const verdict = checkCertificateNumber(certificate.type, certificate.number);
      const evidence = [field(`${path5}.number`)];
      return verdict.ok ? pass({ evidence, measured: withNoise(masked(verdict.number), certificate.number) }) : fail({ evidence, measured: `${masked(certificate.number)} (${verdict.problem})` });
    })
  )
);
function withNoise(shown, typed) {
  const noise = spellingNoise(typed);
  return noise.length === 0 ? shown : `${shown} (${noise.join(", ")})`;
}

// shared/rules/checks/certificateType.ts
import { z as z16 } from "zod";
var certificateType = defineCheck(
  "certificate-type",
  {
    holders: z16.array(certificateHolderSchema).min(1),
    allowed: z16.array(z16.enum(CERTIFICATE_TYPES)).min(1),
    /** Only certificates of these types are asked about (people from Hong Kong, say); all when absent. */
    among: z16.array(z16.enum(CERTIFICATE_TYPES)).optional(),
    /** Certificates that came after the rule was written down: a person decides. */
    doubtful: z16.array(z16.enum(CERTIFICATE_TYPES)).default([])
  },
  (context, { holders, allowed, among, doubtful }) => worstOf(
    certificatesOf(context, holders).filter(({ certificate }) => among === void 0 || among.includes(certificate.type)).map(({ certificate, path: path5 }) => {
      const ground = {
        evidence: [field(`${path5}.type`)],
        measured: certificate.type,
        expected: allowed.join(" / ")
      };
      if (allowed.includes(certificate.type)) {
        return pass(ground);
      }
      return (doubtful.includes(certificate.type) ? unsure : fail)(ground);
    })
  )
);
var entityCertificateType = defineCheck(
  "entity-certificate-type",
  {
    byNature: z16.partialRecord(z16.enum(ENTITY_NATURES), z16.array(z16.enum(CERTIFICATE_TYPES))),
    /** `person-reads` where the rule also speaks of what only the picture shows. */
    then: z16.enum(["pass", "person-reads"]).default("pass")
  },
  ({ application }, { byNature, then }) => {
    const { nature, certificate } = application.entity;
    const allowed = byNature[nature];
    const evidence = [field("application.entity.nature"), field("application.entity.certificate.type")];
    const measured2 = `${nature}: ${certificate.type}`;
    if (allowed === void 0) {
      return unsure({ evidence, measured: measured2 });
    }
    const ground = { evidence, measured: measured2, expected: allowed.join(" / ") };
    const fits = then === "pass" ? pass : unsure;
    return (allowed.includes(certificate.type) ? fits : fail)(ground);
  }
);

// shared/rules/checks/certificateValidity.ts
import { z as z18 } from "zod";

// shared/rules/checks/comparison.ts
import { z as z17 } from "zod";
var comparisonSchema = z17.enum(["more-than", "at-least"]);
var countedFromSchema = z17.enum(["submission", "review"]);
function reaches(value, bound, comparison) {
  return comparison === "more-than" ? value > bound : value >= bound;
}
function boundText(bound, comparison) {
  return `${comparison === "more-than" ? ">" : "\u2265"} ${bound}`;
}

// shared/rules/checks/certificateValidity.ts
var certificateValidity = defineCheck(
  "certificate-validity",
  {
    holders: z18.array(certificateHolderSchema).min(1),
    months: z18.number().int().min(0),
    comparison: comparisonSchema,
    on: countedFromSchema,
    /** A missing end of validity: read it from the picture, or take a certificate that never states one. */
    whenUnstated: z18.enum(["person-reads", "pass"]).default("person-reads")
  },
  (context, { holders, months, comparison, on, whenUnstated }) => {
    const bound = addMonths(on === "submission" ? context.submittedOn : context.today, months);
    const expected = boundText(bound, comparison);
    return worstOf(
      certificatesOf(context, holders).map(({ certificate: { validTo }, path: path5 }) => {
        const evidence = [field(`${path5}.validTo`)];
        if (validTo === void 0) {
          return (whenUnstated === "pass" ? pass : unsure)({ evidence, expected });
        }
        const valid = validTo === "long-term" || reaches(validTo, bound, comparison);
        return (valid ? pass : fail)({ evidence, measured: validTo, expected });
      })
    );
  }
);

// shared/rules/checks/changePolicy.ts
import { z as z19 } from "zod";

// shared/rules/checks/changes.ts
function changesOf(application, fields2) {
  if (application.filingType !== "change") {
    return [];
  }
  const wanted = fields2.map(partsOf2);
  return application.changes.map((change, index) => ({ change, path: `application.changes.${String(index)}` })).filter(({ change }) => wanted.some((parts) => touches(partsOf2(change.field), parts)));
}
function partsOf2(path5) {
  return path5.replaceAll(/\[(\d+)\]/g, ".$1").split(".").filter((part) => part !== "" && part !== "application");
}
function touches(changed, wanted) {
  return wanted.every((part, index) => {
    const other = changed[index];
    return other === void 0 || other === part || part === "*" && /^\d+$/.test(other);
  });
}

// shared/rules/checks/changePolicy.ts
var NAME = ["entity.name"];
var HOLDER = ["entity.kind", "entity.certificate.number"];
var changePolicy = defineCheck(
  "change-policy",
  { policy: z19.enum(["none", "rename-only", "with-proof", "to-company"]) },
  (context, { policy }) => {
    const renamed = changesOf(context.application, NAME);
    const replaced = changesOf(context.application, HOLDER);
    const touched = [...renamed, ...replaced];
    const ground = {
      evidence: touched.length === 0 ? [field("application.changes")] : touched.map(({ path: path5 }) => field(path5)),
      measured: touched.map(({ change }) => `${change.before} \u2192 ${change.after}`).join("; ") || void 0,
      expected: policy
    };
    if (touched.length === 0) {
      return pass(ground);
    }
    if (policy === "none" || policy === "rename-only" && replaced.length > 0) {
      return fail(ground);
    }
    return policy === "to-company" ? unsure(ground) : judgeProof2(context, ground);
  }
);
function judgeProof2({ documents }, ground) {
  const letters = documents.filter(({ kind }) => kind === "name-change-letter");
  if (letters.length === 0) {
    return fail({
      ...ground,
      evidence: [...ground.evidence, { kind: "missing-document", documentKind: "name-change-letter" }]
    });
  }
  const read = letters.map(({ id }) => ({ kind: "document", documentId: id }));
  return unsure({ ...ground, evidence: [...ground.evidence, ...read] });
}

// shared/rules/checks/contactNumbers.ts
import { z as z20 } from "zod";
var contactNumbers = defineCheck(
  "contact-numbers",
  { onePerson: z20.number().int().positive(), severalPersons: z20.number().int().positive() },
  (context, { onePerson, severalPersons }) => {
    const persons2 = personsOf(context);
    const numbers = gather(persons2, ({ person }) => [person.mobile, person.emergencyPhone ?? ""]);
    const different = new Set(numbers.map(tidy).filter((number) => number !== ""));
    const wanted = distinctPersons(persons2).length > 1 ? severalPersons : onePerson;
    const ground = {
      evidence: gather(persons2, ({ path: path5 }) => [field(`${path5}.mobile`), field(`${path5}.emergencyPhone`)]),
      measured: String(different.size),
      expected: `\u2265 ${String(wanted)}`
    };
    return (different.size >= wanted ? pass : fail)(ground);
  }
);

// shared/rules/checks/creditCodeNature.ts
import { z as z21 } from "zod";
var creditCodeNature = defineCheck(
  "credit-code-nature",
  {
    /** Natures that bear these first two characters besides those of the standard's table. */
    alsoBorneBy: z21.record(z21.string().length(2), z21.array(z21.enum(ENTITY_NATURES))).default({})
  },
  ({ application }, { alsoBorneBy }) => {
    const { certificate, nature } = application.entity;
    const evidence = [field("application.entity.nature"), field("application.entity.certificate.number")];
    if (certificate.type !== "unified-social-credit-code") {
      return notApplicable({ evidence });
    }
    const code = checkUnifiedSocialCreditCode(certificate.number);
    const prefix = code.ok ? creditCodePrefix(code.number) : void 0;
    if (prefix === void 0 || prefix.natures.length === 0) {
      return unsure({ evidence, measured: nature });
    }
    const natures = [...prefix.natures, ...alsoBorneBy[prefix.code] ?? []];
    const ground = { evidence, measured: nature, expected: `${prefix.code}: ${natures.join(" / ")}` };
    return (natures.includes(nature) ? pass : fail)(ground);
  }
);

// shared/rules/checks/distinctPictures.ts
var distinctPictures = defineCheck("distinct-pictures", {}, ({ documents }) => {
  if (documents.length === 0) {
    return notApplicable({ evidence: [] });
  }
  const repeated = documents.filter(
    (document) => documents.some((other) => other.id !== document.id && other.sha256 === document.sha256)
  );
  const shown = repeated.length > 0 ? repeated : documents;
  const evidence = shown.map(({ id }) => ({ kind: "document", documentId: id }));
  return (repeated.length > 0 ? fail : pass)({ evidence, measured: String(repeated.length) });
});

// shared/rules/checks/distinctServiceNames.ts
import { z as z22 } from "zod";

// shared/domain/identifiers/domainName.ts
import { parse } from "tldts";
import { toASCII, toUnicode } from "tr46";
var LABEL_LENGTH = 63;
var NAME_LENGTH = 253;
var LONGEST_INPUT = 1e3;
var PLAIN = /^[a-z0-9.-]+$/;
var ODD_HYPHENS = /(?:^|\.)(?:-|..--)|-(?:\.|$)/;
var UTS46 = { checkBidi: true, checkHyphens: true, checkJoiners: true, useSTD3ASCIIRules: true };
var REGISTRATION = { allowPrivateDomains: false, extractHostname: false, validateHostname: false };
function checkDomainName(typed) {
  const text4 = typed.trim();
  if (text4 === "") {
    return problem("empty");
  }
  if (text4.length > LONGEST_INPUT) {
    return problem("name-length");
  }
  const converted = asciiOf(text4);
  if (converted === null) {
    return problem(parse(text4).isIp === true ? "address" : "characters");
  }
  const ascii = converted.endsWith(".") ? converted.slice(0, -1) : converted;
  const labels = ascii.split(".");
  if (labels.includes("")) {
    return problem("characters");
  }
  if (labels.some((label) => label.length > LABEL_LENGTH)) {
    return problem("label-length");
  }
  if (ascii.length > NAME_LENGTH) {
    return problem("name-length");
  }
  return registrationOf(ascii, labels.length);
}
function asciiOf(text4) {
  return isPlain(text4.toLowerCase()) ? text4.toLowerCase() : toASCII(text4, UTS46);
}
function isPlain(name) {
  return PLAIN.test(name) && !ODD_HYPHENS.test(name);
}
function registrationOf(ascii, labelCount) {
  const { domain, publicSuffix, isIcann, isIp } = parse(ascii, REGISTRATION);
  if (isIp === true) {
    return problem("address");
  }
  if (domain === null || publicSuffix === null) {
    return problem(labelCount === 1 && isIcann !== true ? "no-suffix" : "suffix-only");
  }
  return {
    ok: true,
    ascii,
    unicode: isPlain(ascii) ? ascii : toUnicode(ascii, UTS46).domain,
    registrable: domain,
    isRegistrable: domain === ascii,
    suffix: publicSuffix,
    suffixKnown: isIcann === true
  };
}
function isSameDomain(one, other) {
  const first = checkDomainName(one);
  const second = checkDomainName(other);
  return first.ok && second.ok && first.ascii === second.ascii;
}

// shared/rules/checks/recordedFields.ts
var RECORD_FIELDS = [
  "entity-name",
  "nature",
  "certificate-type",
  "certificate-number",
  "certificate-address",
  "mailing-address",
  "principal-identity",
  "principal-contacts",
  /** The recorded principal is the legal representative whom the form names. */
  "principal-is-legal-representative",
  "service-names",
  "service-domains",
  "service-principals",
  /** Principals of services that are not on file yet stand in the record with the same data. */
  "new-service-principals"
];
function recordOf(application) {
  return "existing" in application ? application.existing.recordOnFile : void 0;
}
function compareWithRecord(form, record, field2) {
  const { entity } = form.application;
  const path5 = "application.entity";
  switch (field2) {
    case "entity-name":
      return [compare(`${path5}.name`, entity.name, record.entity.name, sameName)];
    case "nature":
      return [compare(`${path5}.nature`, entity.nature, record.entity.nature)];
    case "certificate-type":
      return [compare(`${path5}.certificate.type`, entity.certificate.type, record.entity.certificateType)];
    case "certificate-number":
      return [
        hidden(`${path5}.certificate.number`, entity.certificate.number, record.entity.certificateNumber)
      ];
    case "certificate-address":
      return [
        compare(`${path5}.certificate.address`, entity.certificate.address, record.entity.certificateAddress)
      ];
    case "mailing-address":
      return [compare(`${path5}.mailingAddress`, entity.mailingAddress, record.entity.mailingAddress)];
    case "principal-identity":
      return identityOf(`${path5}.principal`, entity.principal, record.entity.principal);
    case "principal-contacts":
      return contactsOf(`${path5}.principal`, entity.principal, record.entity.principal);
    case "principal-is-legal-representative":
      return [
        compare(
          `${path5}.legalRepresentative`,
          entity.legalRepresentative,
          record.entity.principal?.name,
          sameName
        )
      ];
    case "service-names":
      return filedServices(form, record).map(
        ({ at, recorded: recorded2 }) => compare(`${at.path}.name`, at.service.name, recorded2?.name, sameName)
      );
    case "service-domains":
      return filedServices(form, record).map(({ at, recorded: recorded2 }) => compareDomains(at, recorded2?.domains));
    case "service-principals":
      return gather(filedServices(form, record), ({ at, recorded: recorded2 }) => [
        ...identityOf(`${at.path}.principal`, at.service.principal, recorded2?.principal),
        ...contactsOf(`${at.path}.principal`, at.service.principal, recorded2?.principal)
      ]);
    case "new-service-principals":
      return gather(
        servicesOf(form).filter(({ service }) => (service.icpNumber ?? "") === ""),
        (at) => compareNewPrincipal(at, record)
      );
  }
}
function filedServices(form, record) {
  return servicesOf(form).filter(({ service }) => (service.icpNumber ?? "") !== "").map((at) => ({ at, recorded: rowOf(at.service, record) }));
}
function rowOf(service, record) {
  const number = tidy(service.icpNumber ?? "");
  return number === "" ? void 0 : record.services.find(({ icpNumber: icpNumber2 }) => tidy(icpNumber2) === number);
}
function compareNewPrincipal({ service, path: path5 }, record) {
  const { principal } = service;
  const known = [record.entity.principal, ...record.services.map((other) => other.principal)].filter(
    (person) => person !== void 0
  );
  const recorded2 = known.find((person) => sameName(person.name, principal.name));
  if (recorded2 === void 0 && known.length > 0) {
    const names = [...new Set(known.map(({ name }) => name))].join(" / ");
    return [{ path: `${path5}.principal.name`, state: "differs", filed: principal.name, recorded: names }];
  }
  return [
    ...identityOf(`${path5}.principal`, principal, recorded2),
    ...contactsOf(`${path5}.principal`, principal, recorded2)
  ];
}
function identityOf(path5, person, recorded2) {
  return [
    compare(`${path5}.name`, person.name, recorded2?.name, sameName),
    hidden(`${path5}.certificate.number`, person.certificate.number, recorded2?.certificateNumber)
  ];
}
function contactsOf(path5, person, recorded2) {
  return [
    hidden(`${path5}.mobile`, person.mobile, recorded2?.mobile),
    hidden(`${path5}.email`, person.email, recorded2?.email)
  ];
}
function compareDomains({ service, path: path5 }, recorded2) {
  const filed = service.domains.map(({ name }) => name);
  const within = (some, others) => some.every((name) => others.some((other) => isSameDomain(name, other)));
  const same = recorded2 !== void 0 && within(filed, recorded2) && within(recorded2, filed);
  return {
    path: `${path5}.domains`,
    state: recorded2 === void 0 ? "unknown" : same ? "same" : "differs",
    filed: filed.join(", "),
    recorded: recorded2?.join(", ") ?? ""
  };
}
function compare(path5, filed, recorded2, isSame = sameText) {
  if (filed === void 0 || recorded2 === void 0) {
    return { path: path5, state: "unknown", filed: filed ?? "", recorded: recorded2 ?? "" };
  }
  return { path: path5, state: isSame(filed, recorded2) ? "same" : "differs", filed, recorded: recorded2 };
}
function hidden(path5, filed, recorded2) {
  const compared = compare(path5, filed, recorded2);
  return { ...compared, filed: masked(filed), recorded: masked(recorded2 ?? "") };
}
function sameText(one, other) {
  return tidy(one) === tidy(other);
}

// shared/rules/checks/distinctServiceNames.ts
var distinctServiceNames = defineCheck(
  "distinct-service-names",
  {
    /** A name that is used twice is explained in the remark. */
    remark: z22.boolean().default(false)
  },
  (context, { remark: remark2 }) => {
    const websites = websitesOf(context);
    const recorded2 = recordOf(context.application)?.services ?? [];
    return worstOf(
      websites.map(({ service, path: path5 }) => {
        const number = tidy(service.icpNumber ?? "");
        const twins = [
          ...websites.filter((other) => other.path !== path5).map((other) => other.service.name),
          ...recorded2.filter(({ icpNumber: icpNumber2 }) => tidy(icpNumber2) !== number).map(({ name }) => name)
        ].filter((name) => sameName(name, service.name));
        const evidence = [field(`${path5}.name`)];
        const ground = { evidence, measured: service.name };
        if (twins.length === 0) {
          return pass(ground);
        }
        const silent = remark2 && (service.remarks ?? "") === "";
        return silent ? fail({ ...ground, evidence: [...evidence, field(`${path5}.remarks`)] }) : unsure(ground);
      })
    );
  }
);

// shared/rules/checks/documentPresent.ts
import { z as z23 } from "zod";
var wantedSchema = z23.strictObject({
  /** One of them is enough. */
  anyOf: z23.array(z23.enum(DOCUMENT_KINDS)).min(1),
  /** One for each service of that kind. */
  perService: z23.enum(["website", "app", "any"]).optional()
});
var documentPresent = defineCheck(
  "document-present",
  { documents: z23.array(wantedSchema).min(1), then: z23.enum(["pass", "person-reads"]).default("pass") },
  (context, { documents, then }) => worstOf(
    gather(
      documents,
      ({ anyOf, perService }) => scopesOf(context, perService).map((serviceId) => judgeOne(context, anyOf, serviceId, then))
    )
  )
);
function foundOf(context, anyOf, serviceId) {
  return context.documents.filter(
    (document) => anyOf.includes(document.kind) && (serviceId === void 0 || document.serviceId === void 0 || document.serviceId === serviceId)
  );
}
function scopesOf(context, perService) {
  if (perService === void 0) {
    return [void 0];
  }
  return servicesOf(context).filter(({ service }) => perService === "any" || service.kind === perService).map(({ service }) => service.id);
}
function judgeOne(context, anyOf, serviceId, then) {
  const expected = anyOf.join(" / ");
  const found = foundOf(context, anyOf, serviceId);
  if (found.length === 0) {
    return fail({
      evidence: anyOf.map((kind) => ({ kind: "missing-document", documentKind: kind })),
      expected
    });
  }
  const evidence = found.map(({ id }) => ({ kind: "document", documentId: id }));
  const measured2 = [...new Set(found.map(({ kind }) => kind))].join(", ");
  return (then === "pass" ? pass : unsure)({ evidence, measured: measured2, expected });
}

// shared/rules/checks/domainAge.ts
import { z as z24 } from "zod";
var domainAge = defineCheck(
  "domain-age",
  { days: z24.number().int().positive() },
  (context, { days }) => {
    const bound = addDays(context.submittedOn, -days);
    return worstOf(
      domainsOf(context).map(({ domain: { registeredAt }, path: path5 }) => {
        const evidence = [field(`${path5}.registeredAt`)];
        const expected = `\u2264 ${bound}`;
        if (registeredAt === void 0) {
          return unsure({ evidence, expected });
        }
        return (registeredAt <= bound ? pass : fail)({ evidence, measured: registeredAt, expected });
      })
    );
  }
);

// shared/rules/checks/domainChange.ts
var domainChange = defineCheck("domain-change", {}, ({ application }) => {
  const changes = changesOf(application, ["services.*.domains"]);
  if (changes.length === 0) {
    return notApplicable({ evidence: [field("application.changes")] });
  }
  return worstOf(changes.map(judgeChange));
});
function judgeChange({ change, path: path5 }) {
  const before = namesIn(change.before);
  const after = namesIn(change.after);
  const onlyDropped = after.length > 0 && after.length < before.length && after.every((name) => before.some((old) => isSameDomain(old, name)));
  return (onlyDropped ? pass : fail)({
    evidence: [field(path5)],
    measured: `${change.before} \u2192 ${change.after}`,
    expected: "\u2282"
  });
}
function namesIn(text4) {
  return text4.split(/[\s,;，；、]+/u).filter((name) => name !== "");
}

// shared/rules/checks/domainLabels.ts
var domainLabels = defineCheck(
  "domain-labels",
  {},
  (context) => worstOf(
    websitesOf(context).map(({ service, path: path5 }) => {
      const facts = service.domains.map(({ name }) => checkDomainName(name));
      const evidence = [field(`${path5}.domains`)];
      const measured2 = service.domains.map(({ name }) => name).join(", ");
      if (facts.some(({ ok }) => !ok)) {
        return unsure({ evidence, measured: measured2 });
      }
      const labels = new Set(facts.map((fact2) => fact2.ok ? fact2.ascii.split(".")[0] : ""));
      return (labels.size <= 1 ? pass : fail)({ evidence, measured: measured2, expected: "1" });
    })
  )
);

// shared/rules/checks/domainName.ts
import { z as z25 } from "zod";
var domainName = defineCheck(
  "domain-name",
  { form: z25.enum(["present", "registrable"]) },
  (context, { form }) => {
    if (form === "registrable") {
      return worstOf(
        domainsOf(context).map(({ domain, path: path5 }) => judgeRegistrable(context, domain.name, path5))
      );
    }
    return worstOf(
      websitesOf(context).map(({ service, path: path5 }) => {
        const named = service.domains.some(({ name }) => context.readDomain(name).ok);
        const measured2 = service.domains.map(({ name }) => name).join(", ") || "0";
        return (named ? pass : fail)({ evidence: [field(`${path5}.domains`)], measured: measured2, expected: "\u2265 1" });
      })
    );
  }
);
function judgeRegistrable({ readDomain }, name, path5) {
  const evidence = [field(`${path5}.name`)];
  const facts = readDomain(name);
  if (!facts.ok) {
    return fail({ evidence, measured: `${name} (${facts.problem})` });
  }
  return (facts.isRegistrable ? pass : fail)({ evidence, measured: name, expected: facts.registrable });
}

// shared/rules/checks/domainRealName.ts
var domainRealName = defineCheck(
  "domain-real-name",
  {},
  (context) => worstOf(
    domainsOf(context).map(
      ({ domain, path: path5 }) => (domain.realNameVerified ? pass : fail)({
        evidence: [field(`${path5}.realNameVerified`)],
        measured: domain.name
      })
    )
  )
);

// shared/rules/checks/domainRegistrant.ts
import { z as z27 } from "zod";

// shared/rules/checks/registrant.ts
import { z as z26 } from "zod";
var REGISTRANTS = ["entity", "legal-representative", "role-proof"];
var registrantSchema = z26.enum(REGISTRANTS);
function registrantOf2(application, domain) {
  const { name, legalRepresentative: legalRepresentative2 } = application.entity;
  if (sameName(domain.registrantName, name)) {
    return "entity";
  }
  const isLegal = legalRepresentative2 !== void 0 && sameName(domain.registrantName, legalRepresentative2);
  return isLegal ? "legal-representative" : void 0;
}
function numberAgrees(application, domain) {
  const stated = domain.registrantCertificateNumber;
  return stated === void 0 || stated === "" || tidy(stated) === tidy(application.entity.certificate.number);
}

// shared/rules/checks/domainRegistrant.ts
var domainRegistrant = defineCheck(
  "domain-registrant",
  { individual: z27.array(registrantSchema).min(1), organization: z27.array(registrantSchema).min(1) },
  (context, allowed) => worstOf(
    domainsOf(context).map(
      (domain) => judgeDomain(context, domain, allowed[context.application.entity.kind])
    )
  )
);
function judgeDomain(context, { domain, path: path5 }, allowed) {
  const { application, documents } = context;
  const { name, legalRepresentative: legalRepresentative2 } = application.entity;
  const registrant = registrantOf2(application, domain);
  const names = [name, ...allowed.includes("legal-representative") ? [legalRepresentative2 ?? ""] : []];
  const expected = names.filter((text4) => text4 !== "").join(" / ");
  const ground = { evidence: [field(`${path5}.registrantName`)], measured: domain.registrantName, expected };
  if (registrant === "entity" && !numberAgrees(application, domain)) {
    return fail({
      evidence: [field(`${path5}.registrantCertificateNumber`)],
      measured: masked(domain.registrantCertificateNumber ?? ""),
      expected: masked(application.entity.certificate.number)
    });
  }
  if (registrant !== void 0 && allowed.includes(registrant)) {
    return pass(ground);
  }
  const proofs = documents.filter(({ kind }) => kind === "holder-role-proof");
  if (allowed.includes("role-proof") && proofs.length > 0) {
    const read = proofs.map(({ id }) => ({ kind: "document", documentId: id }));
    return unsure({ ...ground, evidence: [...ground.evidence, ...read] });
  }
  return fail(ground);
}

// shared/rules/checks/domainRegistrar.ts
import { z as z28 } from "zod";
var shape3 = {
  /** Full names of registrars that are known to be approved. */
  approved: z28.array(z28.string().min(1)).default([]),
  /** Words by which a registrar outside the mainland is known. */
  overseas: wordsSchema.min(1),
  /** A domain on file since before this day may stay abroad. */
  exemptIfFiledBefore: dateSchema.optional()
};
var domainRegistrar = defineCheck(
  "domain-registrar",
  shape3,
  (context, params) => worstOf(domainsOf(context).map((domain) => judgeDomain2(domain, params)))
);
function judgeDomain2({ domain, service, path: path5 }, params) {
  const ground = { evidence: [field(`${path5}.registrar`)], measured: domain.registrar };
  if (wordsIn(domain.registrar, params.overseas).length > 0) {
    return (mayBeExempt(domain, service, params) ? unsure : fail)(ground);
  }
  return (params.approved.includes(domain.registrar) ? pass : unsure)(ground);
}
function mayBeExempt(domain, service, { exemptIfFiledBefore }) {
  const { registeredAt } = domain;
  return exemptIfFiledBefore !== void 0 && (service.icpNumber ?? "") !== "" && (registeredAt === void 0 || registeredAt < exemptIfFiledBefore);
}

// shared/rules/checks/domainsPerWebsite.ts
import { z as z29 } from "zod";
var domainsPerWebsite = defineCheck(
  "domains-per-website",
  { max: z29.number().int().positive() },
  (context, { max }) => worstOf(
    websitesOf(context).map(
      ({ service, path: path5 }) => (service.domains.length <= max ? pass : fail)({
        evidence: [field(`${path5}.domains`)],
        measured: String(service.domains.length),
        expected: `\u2264 ${String(max)}`
      })
    )
  )
);

// shared/rules/checks/domainSuffix.ts
import { z as z30 } from "zod";
var domainSuffix = defineCheck(
  "domain-suffix",
  {
    allowed: z30.array(z30.string()).optional(),
    allowedByNature: z30.partialRecord(z30.enum(ENTITY_NATURES), z30.array(z30.string())).optional(),
    denied: z30.array(z30.string()).default([]),
    /** Suffixes in Chinese characters are allowed as well. */
    chineseAllowed: z30.boolean().default(false),
    /** `unsure` where the list grows, so that a suffix in neither list has to be looked up. */
    outside: z30.enum(["fail", "unsure"]).default("fail")
  },
  (context, { allowed: anyNature, allowedByNature, denied, chineseAllowed, outside }) => {
    const allowed = allowedByNature?.[context.application.entity.nature] ?? anyNature;
    return worstOf(
      domainsOf(context).map(({ domain, path: path5 }) => {
        const facts = context.readDomain(domain.name);
        const name = facts.ok ? facts.unicode : domain.name.toLowerCase();
        const endsIn = (suffix) => name.endsWith(suffix);
        const chinese = chineseAllowed && /\.\p{Script=Han}+$/u.test(name);
        const listed = allowed === void 0 || allowed.some(endsIn) || chinese;
        const judged = denied.some(endsIn) ? fail : listed ? pass : outside === "unsure" ? unsure : fail;
        return judged({
          evidence: [field(`${path5}.name`)],
          measured: domain.name,
          expected: allowed === void 0 ? denied.map((suffix) => `\u2260 ${suffix}`).join(", ") : allowed.join(" / ")
        });
      })
    );
  }
);

// shared/rules/checks/domainValidity.ts
import { z as z31 } from "zod";
var domainValidity = defineCheck(
  "domain-validity",
  {
    days: z31.number().int().min(0).optional(),
    months: z31.number().int().min(0).optional(),
    /** Divisions with a margin of their own. */
    daysByProvince: z31.record(provinceCodeSchema, z31.number().int().min(0)).optional(),
    comparison: comparisonSchema,
    on: countedFromSchema
  },
  (context, { days = 0, months = 0, daysByProvince, comparison, on }) => {
    const start = on === "submission" ? context.submittedOn : context.today;
    const bound = addDays(addMonths(start, months), daysByProvince?.[context.province] ?? days);
    const expected = boundText(bound, comparison);
    return worstOf(
      domainsOf(context).map(({ domain, path: path5 }) => {
        const ground = { evidence: [field(`${path5}.expiresAt`)], measured: domain.expiresAt, expected };
        return (reaches(domain.expiresAt, bound, comparison) ? pass : fail)(ground);
      })
    );
  }
);

// shared/rules/checks/email.ts
var LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
var LOCAL_LENGTH = 64;
var email = defineCheck(
  "email",
  {},
  (context) => worstOf(
    personsOf(context).map(
      ({ person, path: path5 }) => (isMailbox(context, person.email) ? pass : fail)({
        evidence: [field(`${path5}.email`)],
        measured: masked(person.email)
      })
    )
  )
);
function isMailbox({ readDomain }, text4) {
  const at = text4.lastIndexOf("@");
  const local = text4.slice(0, Math.max(0, at));
  return local.length <= LOCAL_LENGTH && LOCAL_PART.test(local) && readDomain(text4.slice(at + 1)).ok;
}

// shared/rules/checks/emergencyNumber.ts
import { z as z32 } from "zod";
var emergencyNumber = defineCheck(
  "emergency-number",
  {
    required: z32.boolean(),
    differsFrom: z32.array(z32.enum(["own-mobile", "every-principal-mobile"])),
    /** A remark has to say whose number it is; without one of these words a person reads the remarks. */
    remarkMentions: wordsSchema.default([])
  },
  (context, { required, differsFrom, remarkMentions }) => {
    const persons2 = personsOf(context);
    const mobiles = persons2.map(({ person }) => tidy(person.mobile));
    const remarks = textsAt(context, ["entity-remarks", "service-remarks"]);
    const explained = remarkMentions.length === 0 || remarks.some(({ text: text4 }) => wordsIn(text4, remarkMentions).length > 0);
    return worstOf(
      gather(persons2, ({ person, path: path5 }) => {
        const evidence = [field(`${path5}.emergencyPhone`)];
        const number = tidy(person.emergencyPhone ?? "");
        if (number === "") {
          return required ? [fail({ evidence })] : [];
        }
        const taken = [
          ...differsFrom.includes("own-mobile") ? [tidy(person.mobile)] : [],
          ...differsFrom.includes("every-principal-mobile") ? mobiles : []
        ];
        const ground = {
          evidence,
          measured: masked(person.emergencyPhone ?? ""),
          expected: [...new Set(taken)].map((other) => `\u2260 ${masked(other)}`).join(", ") || void 0
        };
        return [(taken.includes(number) ? fail : explained ? pass : unsure)(ground)];
      })
    );
  }
);

// shared/rules/checks/emptyShell.ts
import { z as z33 } from "zod";
var emptyShell = defineCheck(
  "empty-shell",
  { when: z33.enum(["remains", "direct-add"]) },
  (context, { when }) => {
    const { application } = context;
    const evidence = [field("application.existing")];
    if (application.filingType === "cancel-entity") {
      return notApplicable({ evidence, measured: application.filingType });
    }
    const record = recordOf(application);
    if (record === void 0) {
      return unsure({ evidence });
    }
    const filed = record.services.map(({ icpNumber: icpNumber2 }) => icpNumber2);
    if (when === "direct-add") {
      const ground2 = { evidence, measured: String(filed.length), expected: "0" };
      return (filed.length === 0 ? pass : notApplicable)(ground2);
    }
    const leaving = servicesOf(context).map(({ service }) => tidy(service.icpNumber ?? ""));
    const left = filed.filter((number) => !leaving.includes(tidy(number)));
    const ground = { evidence, measured: String(left.length), expected: "\u2265 1" };
    return (left.length > 0 ? pass : unsure)(ground);
  }
);

// shared/rules/checks/entityProvince.ts
import { z as z34 } from "zod";

// shared/rules/checks/addressParts.ts
var ENDING = /(?:壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/u;
function provinceOfAddress(address) {
  const text4 = address.normalize("NFKC").replace(/\s/gu, "").replace(/^中国/u, "");
  return PROVINCES.find(({ nameZh }) => text4.startsWith(nameZh.replace(ENDING, "")))?.code;
}
function cityOfAddress(address) {
  const text4 = address.normalize("NFKC").replace(/\s/gu, "").replace(/^中国/u, "");
  const province = PROVINCES.find(({ nameZh }) => text4.startsWith(nameZh.replace(ENDING, "")));
  if (province === void 0) {
    return void 0;
  }
  if (province.nameZh.endsWith("\u5E02")) {
    return province.nameZh;
  }
  const short = province.nameZh.replace(ENDING, "");
  const rest = text4.slice(text4.startsWith(province.nameZh) ? province.nameZh.length : short.length);
  return /^(?:省|自治区)?(?<city>[^市县区]{1,10}?(?:市|自治州|地区|盟|州))/u.exec(rest)?.groups?.["city"];
}

// shared/rules/checks/entityProvince.ts
var entityProvince = defineCheck(
  "entity-province",
  { individualProofs: z34.array(z34.enum(DOCUMENT_KINDS)) },
  (context, { individualProofs }) => {
    const { certificate, kind } = context.application.entity;
    const ground = {
      evidence: [field("application.entity.certificate.address")],
      measured: certificate.address,
      expected: provinceByCode(context.province)?.nameZh
    };
    const found = certificate.address === void 0 ? void 0 : provinceOfAddress(certificate.address);
    if (found === context.province) {
      return pass(ground);
    }
    if (kind === "individual" && individualProofs.length > 0) {
      return judgeProof3(context, ground, individualProofs, found === void 0);
    }
    return found === void 0 ? unsure(ground) : fail(ground);
  }
);
function judgeProof3({ documents }, ground, proofs, addressUnknown) {
  const found = documents.filter(({ kind }) => proofs.includes(kind));
  if (found.length > 0 || addressUnknown) {
    const read = found.map(({ id }) => ({ kind: "document", documentId: id }));
    return unsure({ ...ground, evidence: [...ground.evidence, ...read] });
  }
  const missing = proofs.map((kind) => ({ kind: "missing-document", documentKind: kind }));
  return fail({ ...ground, evidence: [...ground.evidence, ...missing] });
}

// shared/rules/checks/filingDocuments.ts
import { z as z35 } from "zod";
var personPaperSchema = z35.strictObject({
  kind: z35.enum(DOCUMENT_KINDS),
  faces: z35.array(z35.enum(DOCUMENT_FACES)).min(1)
});
var filingDocuments = defineCheck(
  "filing-documents",
  {
    /** Kinds of which one is enough, by nature; absent for individuals. */
    entityPapers: z35.partialRecord(z35.enum(ENTITY_NATURES), z35.array(z35.enum(DOCUMENT_KINDS))).optional(),
    persons: z35.array(z35.enum(PERSON_ROLES)).min(1),
    personPapers: z35.partialRecord(z35.enum(CERTIFICATE_TYPES), personPaperSchema)
  },
  (context, { entityPapers: entityPapers2, persons: persons2, personPapers: personPapers2 }) => worstOf([
    ...judgeEntity(context, entityPapers2?.[context.application.entity.nature]),
    ...distinctPersons(personsOf(context, persons2)).map(
      (person) => judgePerson2(context, person, personPapers2[person.person.certificate.type])
    )
  ])
);
function broughtBy(context, holder, paper) {
  const owners = ownersOf(context, holder);
  return context.documents.filter(({ kind, owner }) => kind === paper.kind && owners.includes(owner));
}
function judgeEntity(context, kinds) {
  if (kinds === void 0 || context.application.entity.kind === "individual") {
    return [];
  }
  const found = context.documents.filter(({ kind }) => kinds.includes(kind));
  const expected = kinds.join(" / ");
  if (found.length > 0) {
    return [
      pass({ evidence: found.map(asEvidence), measured: found.map(({ kind }) => kind).join(", "), expected })
    ];
  }
  const evidence = kinds.map((kind) => ({ kind: "missing-document", documentKind: kind }));
  return [fail({ evidence, expected })];
}
function judgePerson2(context, holder, paper) {
  const { type } = holder.person.certificate;
  if (paper === void 0) {
    return unsure({ evidence: [{ kind: "field", path: `${holder.path}.certificate.type` }], measured: type });
  }
  const brought = broughtBy(context, holder, paper);
  const missing = paper.faces.filter((face2) => !brought.some((document) => document.face === face2));
  const expected = paper.faces.map((face2) => `${paper.kind}/${face2}`).join(", ");
  const measured2 = brought.map(({ kind, face: face2 }) => `${kind}/${face2}`).join(", ");
  if (missing.length === 0) {
    return pass({ evidence: brought.map(asEvidence), measured: measured2, expected });
  }
  return fail({
    evidence: [{ kind: "missing-document", documentKind: paper.kind }, ...brought.map(asEvidence)],
    measured: measured2,
    expected
  });
}
function ownersOf(context, holder) {
  const { application } = context;
  const { person } = holder;
  const others = personsOf(context);
  const isPrincipal = isSamePerson(application.entity.principal, person);
  const isServicePrincipal = others.some(
    (other) => other.role === "service-principals" && isSamePerson(other.person, person)
  );
  return [
    ...isPrincipal ? ["entity-principal"] : [],
    ...isPrincipal && application.entity.kind === "individual" ? ["entity"] : [],
    ...isServicePrincipal ? ["service-principal"] : [],
    ...isLegalRepresentative(context, person) === true ? ["legal-representative"] : []
  ];
}
function asEvidence({ id }) {
  return { kind: "document", documentId: id };
}

// shared/rules/checks/filingPassword.ts
var filingPassword = defineCheck("filing-password", {}, ({ application }) => {
  if (!("existing" in application)) {
    return notApplicable({ evidence: [] });
  }
  const given = (application.existing.filingPassword ?? "") !== "";
  return (given ? pass : fail)({ evidence: [field("application.existing.filingPassword")] });
});

// shared/rules/checks/forbiddenWords.ts
import { z as z36 } from "zod";
var shape4 = {
  in: z36.array(z36.enum(TEXT_PLACES)).min(1),
  words: wordsSchema.min(1),
  ignoring: wordsSchema.default([]),
  match: z36.enum(["contains", "prefix"]),
  /** Natures that may have the right to such a word; a person decides. */
  judgedByPersonForNatures: z36.array(z36.enum(ENTITY_NATURES)).default([]),
  /** An uploaded approval may cover the word; a person decides. */
  exceptWithPreApproval: z36.boolean().default(false),
  /** `person-reads` where the rule forbids more than a list of words. */
  otherwise: z36.enum(["pass", "person-reads"]).default("pass")
};
var forbiddenWords = defineCheck(
  "forbidden-words",
  shape4,
  (context, params) => worstOf(textsAt(context, params.in).map((text4) => judgeText(context, text4, params)))
);
function judgeText(context, { text: text4, path: path5 }, params) {
  const found = wordsIn(text4, params.words, params.ignoring).filter(
    (word) => params.match === "contains" || plainText(text4).startsWith(word)
  );
  const evidence = [field(path5)];
  if (found.length === 0) {
    return (params.otherwise === "pass" ? pass : unsure)({ evidence, measured: text4 });
  }
  const approvals = context.documents.filter(({ kind }) => kind === "pre-approval");
  const approved = params.exceptWithPreApproval && approvals.length > 0;
  const ground = {
    evidence: [...evidence, ...approvals.map(({ id }) => ({ kind: "document", documentId: id }))],
    measured: `${text4} \u220B ${found.join(", ")}`
  };
  return approved || hasNature(context, params.judgedByPersonForNatures) ? unsure(ground) : fail(ground);
}

// shared/rules/checks/foreignName.ts
import { z as z37 } from "zod";
var CHINESE = /\p{Script=Han}/u;
var foreignName = defineCheck(
  "foreign-name",
  { documents: z37.array(z37.enum(DOCUMENT_KINDS)).min(1) },
  (context, { documents }) => {
    const { legalRepresentative: legalRepresentative2 = "", principal } = context.application.entity;
    const evidence = [
      field("application.entity.legalRepresentative"),
      field("application.entity.principal.name")
    ];
    const ground = { evidence, measured: principal.name, expected: legalRepresentative2 };
    if (principal.certificate.type !== "passport" || !CHINESE.test(legalRepresentative2)) {
      return notApplicable(ground);
    }
    if (CHINESE.test(principal.name)) {
      return pass(ground);
    }
    const papers = context.documents.filter(({ kind }) => documents.includes(kind));
    const remarks = textsAt(context, ["entity-remarks", "service-remarks"]);
    if (papers.length === 0 || remarks.length === 0) {
      const missing = documents.map((kind) => ({ kind: "missing-document", documentKind: kind }));
      return fail({ ...ground, evidence: [...evidence, ...papers.length === 0 ? missing : []] });
    }
    const read = papers.map(({ id }) => ({ kind: "document", documentId: id }));
    return unsure({ ...ground, evidence: [...evidence, ...read] });
  }
);

// shared/rules/checks/homepage.ts
var homepage = defineCheck(
  "homepage",
  {},
  (context) => worstOf(
    websitesOf(context).filter(({ service }) => (service.homepage ?? "") !== "").map(({ service, path: path5 }) => {
      const typed = service.homepage ?? "";
      const host = typed.replace(/^[a-z]+:\/\//iu, "").replace(/[/?#:].*$/u, "");
      const page = context.readDomain(host);
      const own = service.domains.map(({ name }) => context.readDomain(name));
      const fits = page.ok && own.some(
        (domain) => domain.ok && (page.ascii === domain.ascii || page.ascii.endsWith(`.${domain.ascii}`))
      );
      return (fits ? pass : fail)({
        evidence: [field(`${path5}.homepage`)],
        measured: typed,
        expected: service.domains.map(({ name }) => name).join(" / ")
      });
    })
  )
);

// shared/domain/identifiers/icpNumber.ts
var SERVICE_FORMS = {
  "": "website",
  A: "app",
  X: "mini-program",
  K: "quick-app"
};
var FILING_NUMBER = /^(.)ICP备(\d{8}|\d{10})号(?:-([1-9]\d{0,4})([AXK]?))?$/u;
var OPERATING_LICENCE = /^(?:.{0,2}[AB]\d-\d{4,8}(?:-\d+)?|.ICP证\d{6,8}号?(?:-\d+)?)$/u;
var PUBLIC_SECURITY_NUMBER = /^(?:.公网安备)?\d{14}号?$/u;
function checkIcpNumber(typed) {
  const number = tidy(typed);
  const [, character, body, sequence, letter] = FILING_NUMBER.exec(number) ?? [];
  if (character === void 0 || body === void 0) {
    return problem(otherNumber(number));
  }
  const found = provinceByIcpCharacter(character);
  if (found === void 0) {
    return problem("province");
  }
  return {
    ok: true,
    number,
    entityNumber: `${character}ICP\u5907${body}\u53F7`,
    form: sequence === void 0 ? "entity" : SERVICE_FORMS[letter ?? ""] ?? "website",
    province: found.province,
    usualCharacter: found.usual,
    serviceSequence: sequence === void 0 ? void 0 : Number(sequence)
  };
}
function otherNumber(number) {
  if (OPERATING_LICENCE.test(number)) {
    return "operating-licence";
  }
  return PUBLIC_SECURITY_NUMBER.test(number) ? "public-security-number" : "form";
}

// shared/rules/checks/icpNumber.ts
var ENTITY_PATH = "application.existing.entityIcpNumber";
var icpNumber = defineCheck("icp-number", {}, (context) => {
  if (!("existing" in context.application)) {
    return notApplicable({ evidence: [] });
  }
  const typed = context.application.existing.entityIcpNumber;
  const entity = checkIcpNumber(typed);
  const evidence = [field(ENTITY_PATH)];
  const expected = `${provinceByCode(context.province)?.icpCharacter ?? ""}ICP\u5907\u2026\u53F7`;
  if (!entity.ok) {
    return fail({ evidence, measured: `${typed} (${entity.problem})`, expected });
  }
  const fits = entity.form === "entity" && entity.province.code === context.province;
  return worstOf([
    (fits ? pass : fail)({ evidence, measured: typed, expected }),
    ...gather(servicesOf(context), (service) => judgeService(service, entity.entityNumber))
  ]);
});
function judgeService({ service, path: path5 }, entityNumber) {
  if (service.icpNumber === void 0 || service.icpNumber === "") {
    return [];
  }
  const number = checkIcpNumber(service.icpNumber);
  const forms = service.kind === "website" ? ["website"] : ["app", "mini-program", "quick-app", "website"];
  const fits = number.ok && number.entityNumber === entityNumber && forms.includes(number.form);
  const ground = {
    evidence: [field(`${path5}.icpNumber`)],
    measured: service.icpNumber,
    expected: `${entityNumber}-\u2026`
  };
  return [(fits ? pass : fail)(ground)];
}

// shared/domain/identifiers/phone.ts
var UNASSIGNED_SEGMENTS_2022 = /* @__PURE__ */ new Set(["142", "143", "154", "161", "164", "194"]);
var MOBILE = /^1[3-9]\d{9}$/;
var SERVICE_NUMBER = /^[48]00\d{7}$/;
var LANDLINE = /^(0(?:10|2[0-57-9]|[3-9]\d{2}))-?([2-9]\d{6,7})(?:(?:-|转)(\d{1,6}))?$/;
function nationalForm(text4) {
  const plain2 = text4.replaceAll("(", "").replace(/[).]/g, "-").replace(/-+/g, "-").replace(/^-/, "");
  const international = /^(?:\+|00)-?(.*)$/.exec(plain2)?.[1] ?? (/^86-?1[3-9]/.test(plain2) ? plain2 : void 0);
  if (international === void 0) {
    return plain2;
  }
  if (!international.startsWith("86")) {
    return void 0;
  }
  const rest = international.slice(2).replace(/^-/, "");
  const digits = rest.replaceAll("-", "");
  return rest.startsWith("0") || MOBILE.test(digits) || SERVICE_NUMBER.test(digits) ? rest : `0${rest}`;
}
function checkPhone(typed) {
  const text4 = tidy(typed);
  if (text4 === "") {
    return problem("empty");
  }
  if (!/^\(?\+?(?:[\d()\-.#转]|EXT|X)*$/.test(text4)) {
    return problem("characters");
  }
  const national = nationalForm(text4.replace(/-?(?:#|EXT|X)\.?-?/, "\u8F6C"));
  if (national === void 0) {
    return problem("not-mainland");
  }
  const digits = national.replaceAll("-", "");
  if (MOBILE.test(digits)) {
    const segmentAssigned = !UNASSIGNED_SEGMENTS_2022.has(digits.slice(0, 3));
    return { ok: true, kind: "mobile", number: digits, e164: `+86${digits}`, segmentAssigned };
  }
  if (SERVICE_NUMBER.test(digits)) {
    return problem("service-number");
  }
  return landlineOf(national);
}
function landlineOf(national) {
  const joined2 = national.replace(/^(0(?:10|2\d|[3-9]\d{2}))-?(\d{3,4})-(\d{4})(?!\d)/, "$1-$2$3");
  const [, areaCode, subscriber, extension] = LANDLINE.exec(joined2) ?? [];
  if (areaCode === void 0 || subscriber === void 0) {
    return problem("form");
  }
  const number = `${areaCode}-${subscriber}`;
  return {
    ok: true,
    kind: "landline",
    number: extension === void 0 ? number : `${number}-${extension}`,
    e164: `+86${areaCode.slice(1)}${subscriber}`,
    areaCode,
    extension
  };
}

// shared/rules/checks/landline.ts
var landline = defineCheck(
  "landline",
  {},
  (context) => worstOf(
    personsOf(context).filter(({ person }) => person.landline !== void 0 && person.landline !== "").map(({ person: { landline: typed = "" }, path: path5 }) => {
      const phone = checkPhone(typed);
      return (phone.ok && phone.kind === "landline" ? pass : fail)({
        evidence: [field(`${path5}.landline`)],
        measured: masked(typed),
        expected: "0xx-xxxxxxxx"
      });
    })
  )
);

// shared/rules/checks/legalRepresentative.ts
import { z as z38 } from "zod";
var legalRepresentative = defineCheck(
  "legal-representative",
  {
    persons: z38.array(z38.enum(PERSON_ROLES)).min(1),
    letter: z38.boolean(),
    otherwise: z38.enum(["fail", "person-reads"]).default("fail")
  },
  (context, { persons: persons2, letter, otherwise }) => {
    const letters = context.documents.filter(({ kind }) => kind === "authorization-letter");
    const expected = context.application.entity.legalRepresentative;
    return worstOf(
      personsOf(context, persons2).map(({ person, path: path5 }) => {
        const ground = { evidence: [field(`${path5}.name`)], measured: person.name, expected };
        const isLegal = isLegalRepresentative(context, person);
        if (isLegal === true) {
          return pass(ground);
        }
        if (isLegal === null) {
          return unsure({ ...ground, evidence: [field("application.entity.legalRepresentative")] });
        }
        if (!letter) {
          return (otherwise === "fail" ? fail : unsure)(ground);
        }
        if (letters.length === 0) {
          const missing = { kind: "missing-document", documentKind: "authorization-letter" };
          return fail({ ...ground, evidence: [...ground.evidence, missing] });
        }
        const read = letters.map(({ id }) => ({ kind: "document", documentId: id }));
        return unsure({ ...ground, evidence: [...ground.evidence, ...read] });
      })
    );
  }
);

// shared/rules/checks/lockedFields.ts
import { z as z39 } from "zod";
var lockedFields = defineCheck(
  "locked-fields",
  { fields: z39.array(z39.string()).min(1) },
  ({ application }, { fields: fields2 }) => {
    const touched = changesOf(application, fields2);
    const expected = fields2.map((name) => `= ${name}`).join(", ");
    if (touched.length === 0) {
      return pass({ evidence: [field("application.changes")], expected });
    }
    return fail({
      evidence: touched.map(({ path: path5 }) => field(path5)),
      measured: touched.map(({ change }) => `${change.field}: ${change.before} \u2192 ${change.after}`).join("; "),
      expected
    });
  }
);

// shared/rules/checks/mailingAddress.ts
import { z as z40 } from "zod";
var mailingAddress = defineCheck(
  "mailing-address",
  { level: z40.enum(["province", "city"]), individualProofs: z40.array(z40.enum(DOCUMENT_KINDS)).default([]) },
  (context, { level, individualProofs }) => {
    const { certificate, mailingAddress: mailing } = context.application.entity;
    const partOf = level === "province" ? provinceOfAddress : cityOfAddress;
    const evidence = [
      field("application.entity.mailingAddress"),
      field("application.entity.certificate.address")
    ];
    const ground = { evidence, measured: mailing, expected: certificate.address };
    const here = partOf(mailing);
    const there = certificate.address === void 0 ? void 0 : partOf(certificate.address);
    if (here === void 0 || there === void 0) {
      return unsure(ground);
    }
    if (here === there) {
      return pass(ground);
    }
    const proofs = livesElsewhere(context) ? proofsOf(context, individualProofs) : [];
    const read = proofs.map(({ id }) => ({ kind: "document", documentId: id }));
    return (proofs.length > 0 ? unsure : fail)({ ...ground, evidence: [...evidence, ...read] });
  }
);
function livesElsewhere({ application, province }) {
  const { kind, certificate, mailingAddress: mailing } = application.entity;
  const home = provinceOfAddress(certificate.address ?? "");
  return kind === "individual" && home !== province && provinceOfAddress(mailing) === province;
}
function proofsOf({ documents }, kinds) {
  return documents.filter(({ kind }) => kinds.includes(kind));
}

// shared/rules/checks/matchesRecord.ts
import { z as z41 } from "zod";
var fields = z41.array(z41.enum(RECORD_FIELDS));
var matchesRecord = defineCheck(
  "matches-record",
  {
    mustMatch: fields,
    mayChange: fields.default([]),
    /** With one of these papers a person decides on a difference. */
    proof: z41.array(z41.enum(DOCUMENT_KINDS)).default([]),
    /** Fields that a change order names are not compared: they are to differ. */
    exceptChanged: z41.boolean().default(false),
    /** `person-reads` where the rule asks for more than this comparison. */
    then: z41.enum(["pass", "person-reads"]).default("pass")
  },
  (context, { mustMatch, mayChange, proof, exceptChanged, then }) => {
    const record = recordOf(context.application);
    if (record === void 0) {
      return unsure({
        evidence: [field("application.existing")],
        expected: mustMatch.join(" / ") || void 0
      });
    }
    const compared = gather(mustMatch, (name) => compareWithRecord(context, record, name)).filter(
      ({ path: path5 }) => !exceptChanged || changesOf(context.application, [withoutRoot(path5)]).length === 0
    );
    const differing = compared.filter(({ state }) => state === "differs");
    const unknown = compared.filter(({ state }) => state === "unknown");
    if (differing.length > 0) {
      const papers = context.documents.filter(({ kind }) => proof.includes(kind));
      const read = papers.map(({ id }) => ({ kind: "document", documentId: id }));
      const ground = groundOf(differing);
      return (papers.length > 0 ? unsure : fail)({ ...ground, evidence: [...ground.evidence, ...read] });
    }
    if (unknown.length > 0) {
      return unsure(groundOf(unknown));
    }
    const later = gather(mayChange, (name) => compareWithRecord(context, record, name)).filter(
      ({ state }) => state === "differs"
    );
    const same = compared.map(({ path: path5 }) => field(path5));
    const { measured: measured2, expected } = groundOf(later);
    const evidence = [...same, ...later.map(({ path: path5 }) => field(path5))];
    return (then === "pass" ? pass : unsure)({
      evidence: evidence.length > 0 ? evidence : [field("application.existing")],
      ...later.length > 0 ? { measured: measured2, expected } : {}
    });
  }
);
function withoutRoot(path5) {
  return path5.replace(/^application\./, "");
}
function groundOf(compared) {
  return {
    evidence: compared.map(({ path: path5 }) => field(path5)),
    measured: compared.map(({ filed }) => filed).join("; "),
    expected: compared.map(({ recorded: recorded2 }) => recorded2).join("; ")
  };
}

// shared/rules/checks/mobile.ts
var mobile = defineCheck(
  "mobile",
  {},
  (context) => worstOf(
    gather(personsOf(context), ({ person, path: path5 }) => {
      const own = checkPhone(person.mobile);
      const judgedOwn = (own.ok && own.kind === "mobile" ? pass : fail)({
        evidence: [field(`${path5}.mobile`)],
        measured: masked(person.mobile)
      });
      if (person.emergencyPhone === void 0 || person.emergencyPhone === "") {
        return [judgedOwn];
      }
      const judgedOther = (checkPhone(person.emergencyPhone).ok ? pass : fail)({
        evidence: [field(`${path5}.emergencyPhone`)],
        measured: masked(person.emergencyPhone)
      });
      return [judgedOwn, judgedOther];
    })
  )
);

// shared/rules/checks/nameEnding.ts
import { z as z42 } from "zod";
var nameEnding = defineCheck(
  "name-ending",
  {
    of: z42.discriminatedUnion("kind", [
      z42.strictObject({ kind: z42.literal("entity-name") }),
      z42.strictObject({ kind: z42.literal("inner-body"), word: z42.string().min(1) })
    ]),
    anyOf: z42.array(z42.string().min(1)).min(1)
  },
  (context, { of, anyOf }) => {
    const { name: entityName } = context.application.entity;
    return worstOf(
      websitesOf(context).map(({ service, path: path5 }) => {
        const name = plain(service.name);
        const ground = {
          evidence: [field(`${path5}.name`)],
          measured: service.name,
          expected: anyOf.map((ending) => (of.kind === "entity-name" ? entityName : "\u2026") + ending).join(" / ")
        };
        if (of.kind === "entity-name") {
          const fits = anyOf.some((ending) => name.startsWith(plain(`${entityName}${ending}`)));
          return (fits ? pass : fail)(ground);
        }
        if (!name.includes(of.word) || plain(entityName).includes(of.word)) {
          return notApplicable(ground);
        }
        return (anyOf.some((ending) => name.endsWith(plain(ending))) ? pass : unsure)(ground);
      })
    );
  }
);
function plain(text4) {
  return text4.normalize("NFKC").replace(/\s/gu, "");
}

// shared/rules/checks/nameRelation.ts
import { z as z43 } from "zod";
var SHARED_CHINESE = 2;
var SHARED_LATIN = 3;
var COMMON = /有限责任公司|股份有限公司|有限公司|公司|集团|科技|网络|信息|技术|中国|事务所|合作社|委员会/gu;
var nameRelation = defineCheck(
  "name-relation",
  {
    proof: z43.array(z43.enum(DOCUMENT_KINDS)),
    /** Where there is no link to be seen, the remark has to tell one. */
    remarkRequired: z43.boolean().default(false)
  },
  (context, { proof, remarkRequired }) => worstOf(
    websitesOf(context).map(({ service, path: path5 }) => {
      const ground = {
        evidence: [field(`${path5}.name`), field("application.entity.name")],
        measured: service.name,
        expected: context.application.entity.name
      };
      if (isRelated(service.name, context.application.entity.name)) {
        return pass(ground);
      }
      if (remarkRequired && (service.remarks ?? "") === "") {
        return fail({ ...ground, evidence: [...ground.evidence, field(`${path5}.remarks`)] });
      }
      const papers = context.documents.filter(({ kind }) => proof.includes(kind));
      const read = papers.map(({ id }) => ({ kind: "document", documentId: id }));
      return unsure({ ...ground, evidence: [...ground.evidence, ...read] });
    })
  )
);
function isRelated(name, organisation) {
  const whole = organisation.normalize("NFKC").toUpperCase();
  const own = whole.replace(COMMON, "\xB7");
  const plain2 = Array.from(name.normalize("NFKC").toUpperCase().replace(COMMON, "\xB7"));
  return plain2.some((_, start) => {
    const pair = plain2.slice(start, start + SHARED_CHINESE).join("");
    const triple = plain2.slice(start, start + SHARED_LATIN).join("");
    return /^\p{Script=Han}{2}$/u.test(pair) && own.includes(pair) || /^[A-Z]{3}$/u.test(triple) && own.includes(triple);
  });
}

// shared/rules/checks/nonMainlandPapers.ts
import { z as z44 } from "zod";
var shape5 = {
  persons: z44.array(z44.enum(PERSON_ROLES)).min(1),
  accepted: z44.array(z44.enum(CERTIFICATE_TYPES)).min(1),
  /** A residence permit of Hong Kong, Macao or Taiwan residents runs longer than so many months. */
  residencePermitMonths: z44.number().int().positive().optional()
};
var RESIDENCE_PERMIT = "hkmt-residence-permit";
var nonMainlandPapers = defineCheck(
  "non-mainland-papers",
  shape5,
  (context, params) => worstOf(
    distinctPersons(personsOf(context, params.persons)).filter(({ person }) => person.certificate.type !== "resident-id").map((person) => judgePerson3(context, person, params))
  )
);
function judgePerson3({ submittedOn }, { person, path: path5 }, { accepted, residencePermitMonths }) {
  const { type, validTo } = person.certificate;
  const ground = {
    evidence: [field(`${path5}.certificate.type`)],
    measured: type,
    expected: accepted.join(" / ")
  };
  if (!accepted.includes(type)) {
    return (type === "passport" || type === "foreign-permanent-resident" ? unsure : fail)(ground);
  }
  if (type !== RESIDENCE_PERMIT || residencePermitMonths === void 0 || validTo === "long-term") {
    return pass(ground);
  }
  const bound = addMonths(submittedOn, residencePermitMonths);
  const validity = {
    evidence: [field(`${path5}.certificate.validTo`)],
    measured: validTo,
    expected: `> ${bound}`
  };
  return (validTo === void 0 ? unsure : validTo > bound ? pass : fail)(validity);
}

// shared/rules/checks/oneServiceKind.ts
var oneServiceKind = defineCheck("one-service-kind", {}, (context) => {
  const services = servicesOf({ ...context, scope: "both" });
  const kinds = [...new Set(services.map(({ service }) => service.kind))];
  return (kinds.length <= 1 ? pass : fail)({
    evidence: [field("application.services")],
    measured: kinds.join(", ")
  });
});

// shared/rules/checks/onlineShopAddress.ts
import { z as z45 } from "zod";
var WEB_ADDRESS = /(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}/giu;
var onlineShopAddress = defineCheck(
  "online-shop-address",
  {
    /** Stands between the place and the shop. */
    separator: z45.string().min(1).optional(),
    /** The address carries the shop's web address, and the only domain that is filed is that one. */
    domainOfShop: z45.boolean().default(false),
    mailingInProvince: z45.boolean().default(false)
  },
  (context, { separator, domainOfShop, mailingInProvince }) => {
    const { certificate, mailingAddress: mailingAddress2 } = context.application.entity;
    const address = certificate.address ?? "";
    const ground = { evidence: [field("application.entity.certificate.address")], measured: address };
    const separated = separator === void 0 || address.includes(separator);
    const home = provinceOfAddress(mailingAddress2);
    const letters = {
      evidence: [field("application.entity.mailingAddress")],
      measured: mailingAddress2
    };
    return worstOf([
      separated ? unsure(ground) : fail({ ...ground, expected: separator }),
      ...domainOfShop ? judgeDomains(context, address) : [],
      ...mailingInProvince ? [(home === void 0 ? unsure : home === context.province ? pass : fail)(letters)] : []
    ]);
  }
);
function judgeDomains(context, address) {
  const named = address.match(WEB_ADDRESS) ?? [];
  const hosts = named.map((text4) => text4.replace(/^https?:\/\//iu, ""));
  const registrable = gather(hosts, (host) => {
    const facts = checkDomainName(host);
    return facts.ok ? [facts.registrable] : [];
  });
  const evidence = [field("application.entity.certificate.address")];
  if (registrable.length === 0) {
    return [unsure({ evidence, measured: address })];
  }
  return domainsOf(context).map(
    ({ domain, path: path5 }) => (registrable.some((name) => isSameDomain(name, domain.name)) ? pass : fail)({
      evidence: [field(`${path5}.name`), ...evidence],
      measured: domain.name,
      expected: registrable.join(" / ")
    })
  );
}

// shared/rules/checks/orderType.ts
var UNFILED = ["first-filing", "new-service-filed-elsewhere", "new-service-filed-here"];
var FILED = ["add-provider", "cancel-service", "remove-provider", "claim"];
var orderType = defineCheck("order-type", {}, (context) => {
  const { filingType } = context.application;
  const own = pass({ evidence: [field("application.filingType")], measured: filingType });
  return worstOf([
    own,
    ...servicesOf(context).map(({ service, path: path5 }) => {
      const filed = (service.icpNumber ?? "") !== "";
      const wrong = UNFILED.includes(filingType) && filed || FILED.includes(filingType) && !filed;
      return (wrong ? fail : pass)({
        evidence: [field(`${path5}.icpNumber`)],
        measured: `${filingType}: ${service.icpNumber ?? "\u2013"}`
      });
    })
  ]);
});

// shared/rules/checks/personConsistency.ts
var personConsistency = defineCheck("person-consistency", {}, (context) => {
  const all = personsOf(context);
  return worstOf(
    gather(
      distinctPersons(all),
      (first) => all.filter((other) => isSamePerson(other.person, first.person)).map(({ person, path: path5 }) => {
        const differing = ["name", "mobile", "email"].filter(
          (name) => tidy(person[name]) !== tidy(first.person[name])
        );
        const [shown] = differing;
        if (shown === void 0) {
          return pass({ evidence: [field(path5)] });
        }
        return fail({
          evidence: differing.map((name) => field(`${path5}.${name}`)),
          measured: shown === "name" ? person.name : masked(person[shown]),
          expected: shown === "name" ? first.person.name : masked(first.person[shown])
        });
      })
    )
  );
});

// shared/rules/checks/phoneCarrier.ts
import { z as z46 } from "zod";
var phoneCarrier = defineCheck(
  "phone-carrier",
  { resoldSegments: z46.array(z46.string().regex(/^1\d{2,3}$/)).min(1) },
  (context, { resoldSegments }) => worstOf(
    distinctPersons(personsOf(context)).map(({ person, path: path5 }) => {
      const evidence = [field(`${path5}.mobile`)];
      const phone = checkPhone(person.mobile);
      if (!phone.ok || phone.kind !== "mobile") {
        return unsure({ evidence, measured: masked(person.mobile) });
      }
      const segment = resoldSegments.find((start) => phone.number.startsWith(start));
      return segment === void 0 ? pass({ evidence }) : unsure({ evidence, measured: `${segment}${masked(person.mobile)}` });
    })
  )
);

// shared/rules/checks/phoneRegion.ts
import { z as z47 } from "zod";

// shared/domain/identifiers/mobileRegionTable.ts
var MOBILE_REGION_RUNS = "37 32 34 --3 32 -- 42 -- 112 123 373 122 315 322 37 3212 445 115 4411 42 443 37 44 33 44 45 44 42 4415 62 442 -- 22 213 15 65 232 -- 1130 1210 1310 3730 1310 1110 4410 3110 1210 5010 2110 3210 3310 3710 5110 6110 3410 3120 3230 3320 3520 3410 3110 3310 3230 3320 3520 4610 4480 4510 4610 4210 3610 4210 5110 3710 4430 4510 1410 4210 3610 4320 4120 6310 5210 6410 1410 5110 2110 5010 6120 5310 6210 4410 3310 2220 2130 1510 6510 2330 31 --5 117 12 13 373 13 11 44 --3 21 --2 37 --2 34 31 -- 323 332 352 --2 33 323 332 352 46 448 45 --2 36 -- 51 -- 443 -- 14 42 36 432 44 41 42 52 64 -- 51 21 50 612 53 62 442 -- 22 213 15 65 232 -- 1130 1210 1320 3720 1110 1330 1210 5010 3740 3110 3710 3420 1310 5320 3710 3240 3410 6210 6410 1310 3610 4130 4520 1530 1420 4110 3540 4410 4310 4610 4410 4210 3210 4410 3230 5210 4330 5210 4120 3330 4210 5120 5010 4440 3320 2310 2220 2120 1510 2110 2310 2120 1110 3120 2110 1510 3720 6110 1310 3310 1130 1210 1310 3730 1310 1110 4410 3110 1210 5010 2110 3210 3310 3710 6120 3410 3120 324 43 3225 3320 3520 3410 3110 3310 327 432 3221 3320 3520 3310 4480 4510 3410 4210 3610 4210 615 51 612 512 3710 4430 4510 1410 4210 3610 4320 4130 5210 4410 1410 5110 2110 5010 6120 1310 6210 4410 3310 2220 2130 1510 658 332 2340 4420 4110 1510 3610 3410 2110 3520 1120 6520 1320 3720 1330 3110 1210 5010 2110 3210 1310 4210 5110 6110 3420 3610 5310 1410 3210 3310 4130 3410 6210 3310 1210 4210 3710 3310 1510 4310 4610 3410 4230 3410 5210 5110 4418 13 44 5310 4610 4210 3610 5010 5130 4310 4520 1410 4210 3610 4320 4120 5110 5210 6410 1410 5120 5010 6120 5310 6210 4410 6110 2240 6510 1510 2340 1310 3220 2210 335 6515 3110 3310 4410 4210 1130 2210 3220 3110 326 15 3223 4410 3110 1210 5010 2110 3210 2110 4220 6210 35 413 356 1310 1210 2210 4410 3510 323 432 322 433 4110 2110 4110 3710 3110 4410 2210 1410 35 41 358 3110 4110 4210 3610 3710 2340 3410 3110 3310 4410 3510 3710 4430 3710 3210 3110 3210 4410 35 41 358 4410 4210 4310 5010 3710 3210 338 322 1310 4510 3610 4430 5020 5210 3210 448 132 4470 5210 4430 3310 21100 11100 3160 2120 3220 3430 3770 4320 2320 4410 3750 4320 3580 3240 5130 3330 3270 3330 4460 3340 2310 4450 3340 5120 5010 6120 4450 3760 3140 3710 3520 5010 3510 3210 3130 3210 3520 3430 3250 3710 3610 5310 5110 4110 3330 3220 3710 3610 2130 3350 3710 4440 2130 4420 3550 3350 1410 4420 5010 4435 133 44 13 4420 2230 4130 2340 6510 1110 4410 6520 1310 3730 4410 4110 1110 4210 4440 4110 3320 1210 3110 1210 5010 2110 3210 4110 4210 5110 6110 4410 1310 3230 1410 3310 4110 3310 3510 3410 2110 4410 2210 4410 2310 3310 1510 3514 41 355 3410 4420 3710 5010 3410 4410 3310 3520 5110 4490 4340 4420 4520 4410 3610 4510 4440 5210 4410 5310 4410 4610 5120 2110 6210 2110 6410 2310 2210 2110 6510 2210 4110 1510 1410 1310 4310 4210 2120 6110 1320 2120 3710 1510 3710 2110 1310 3310 1320 2110 1310 2110 3210 3720 3320 3450 3210 4130 3310 3410 2110 4110 5120 1310 3310 1510 6110 4510 3410 4220 5310 4310 3410 3310 4414 13 445 6210 4610 3610 6310 5140 4510 2210 5210 4110 1510 4320 5310 6120 4510 5210 4510 5140 1520 3310 6210 4410 6110 2310 2240 2350 6510 --14 21 --4 61 --12 11 -- 21 --5 5210 --6 152 -- 15 --30 1340 2350 3310 3270 4210 5110 6110 3220 4210 3440 3320 6110 6510 4220 5310 5120 3330 3210 6520 5320 3420 3340 5150 1420 5220 6110 3640 5310 1420 4530 6130 4220 5210 5020 4210 4610 1410 6230 5310 6410 5310 6310 5320 1420 4320 4520 4220 2320 5040 3510 2320 4110 3220 1230 5010 13100 1420 4140 2310 2120 2220 2320 4414 13 4415 3510 3740 3340 3510 3350 134 44 132 4412 13 4430 4350 6310 3510 3310 3520 51 612 51 61 514 61 513 61 5114 612 5116 612 51 61 5340 5010 6510 6120 6220 6120 6310 2110 6510 1210 5020 6120 3550 1430 1350 5110 4610 44103 13 4441 13 444 1510 4410 13 4417 132 4410 5010 5320 4220 2320 4510 1220 3230 2340 3320 3510 1220 5310 5220 3340 5310 4230 4330 4520 3620 5150 5210 4410 5310 4410 4610 6510 6120 6220 4420 6310 4410 6510 1150 3150 1144 15 1129 15 1125 31100 3524 41 3515 4520 5210 4110 3316 65 333 353 41 35 41 354 2120 2210 415 355 2310 5210 1110 3110 4410 4220 3620 2130 2220 2310 4410 137 44 132 4430 114 15 1119 15 119 15 119 15 115 3730 1320 3150 44190 4210 21100 13100 1230 5010 1310 1210 4540 1450 1310 3650 2120 2220 2310 1410 1530 4340 3420 4240 4610 3350 2340 41100 448 13 4410 13 4470 4610 6320 6230 6410 6540 4120 5020 4130 3230 1150 324 432 323 436 325 432 323 622 153 3212 623 433 322 4340 1510 327 43 323 15 32 152 325 3310 327 43 3212 44 132 44 13 4410 13 4432 132 4413 132 4465 2210 4410 2320 4430 3223 43 62 155 3720 3420 4430 11100 4410 4220 4410 1310 4410 2220 2120 4110 3110 4110 3320 4413 13 4446 6120 4410 1310 2320 2120 4410 6220 6530 5330 1520 32100 6150 4520 1430 37100 6110 2120 2210 5110 2310 5110 1520 513 61 516 3470 3630 3750 3430 3720 33100 5240 5150 4610 3550 2230 2320 3250 4450 11100 31100 1220 4220 2330 4410 354 41 3515 1210 4210 1110 4110 5010 2110 4210 4410 3510 3310 3750 1310 4210 6110 3320 3150 1310 2120 2220 3130 1110 435 325 1110 3420 5020 44143 13 4456 3430 4320 5330 3620 1550 1350 4412 134 44 133 4447 133 4430 3750 3350 3220 4310 2220 3514 41 355 3310 1210 33110 37100 4250 3650 3540 4450 4610 2230 3250 6520 1360 2240 37100 32100 4140 5160 3720 3330 3620 1310 4410 1310 33100 6140 3230 3330 4340 5360 2170 3730 4479 13 4420 2150 1550 1430 1530 1340 44100 5030 6110 4160 354 41 355 2120 2210 3510 2310 1210 5130 6410 5220 3440 6310 6220 2230 6110 3260 4250 4530 3620 5190 4610 2370 6530 31100 6540 6160 44100 4340 1420 4310 4130 2130 2220 2320 1520 4310 3510 3220 3720 3420 3320 3510 5030 3720 2350 3610 4220 4320 1220 4520 3610 3310 5130 2310 5210 2210 5320 4610 6510 6120 6220 6420 6310 1410 6510 37100 447 133 4420 4530 5340 1230 5030 4310 4210 2320 41100 1510 2120 2220 2320 1530 3510 4430 132 44 133 44 133 3420 4620 359 41 33100 3610 4220 4320 4420 4520 3610 32100 5160 613 5114 61 514 61 5117 6110 1110 5020 6210 3750 33100 3254 43 3245 4110 1340 1420 4130 5010 2120 2220 2320 1520 5010 3510 3220 3720 3440 3510 4435 13 4464 6110 4260 6140 5119 61 516 61 515 613 512 61 512 5020 3220 5410 446 132 443 13 4420 13 442 13 4450 13 442 132 449 13200 44100 1470 4130 2130 2220 2320 1520 2310 3510 3220 3710 4230 3320 3510 3260 2140 3610 4220 4320 3620 4520 3610 2130 4410 1510 5210 5320 2120 6510 6120 6220 6410 6210 6530 1150 4420 1113 156 11111 4447 13 4415 132 4435 4150 5010 4310 4420 2110 2210 6110 2230 2320 4424 13 445 435 325 1510 3210 3720 3320 32 43 3218 1510 4457 13 4442 3610 4220 4410 1310 4420 3630 3140 3360 4433 133 4414 13 4449 13 4441 13 4437 3330 5040 2320 2220 3360 2220 2130 4110 1320 4170 31100 3510 3220 3740 3320 352 41 353 41 353 37100 3610 4220 4320 445 13 447 13 446 4520 3610 3710 5140 2320 2220 3710 6150 6420 6130 114 15 119 15 119 15 119 62 1115 4220 3219 43 3210 11100 4120 3110 3320 3150 3610 1114 62 119 62 1115 2320 4520 3610 1154 62 115 4240 44147 13 4442 132 4491 132 44115 1114 62 119 62 119 62 1119 62 1129 62 119 62 115 3230 152 322 62 3214 43 3213 15 432 3234 4180 5020 4350 5050 4110 1360 4130 5010 2120 2220 2320 1520 5010 3510 3220 3720 3440 357 41 3512 3220 3720 3220 3320 41 359 4270 4520 4210 2260 5320 4310 4610 6510 6160 6530 37100 5141 61 5158 33100 4110 1340 1420 4130 2310 2120 1320 2320 1520 2310 357 41 352 3220 3720 3420 3320 3510 449 13 4444 13 443 13 445 13 4435 37100 4432 13 4438 13 442 13 444 13 447 13 445 13 446 6510 6140 6410 6130 6510 5010 3730 1330 41 354 41 35 41 35 41 352 41 35 41 355 413 35 41 35 412 35 41 324 62 32 622 3232 3360 13150 1450 1310 4220 2220 1420 1520 5310 353 412 353 41 35 3220 3720 3420 3320 358 412 3130 3720 4220 3320 1510 4230 4320 4220 4520 4210 1510 4140 4320 2310 2210 5410 6120 4510 6210 4510 6410 4510 6320 1210 45 34 502 --6 112 --6 312 --10 1210 --10 3120 4510 3120 1140 3220 3140 1220 4480 1340 1420 2310 4130 2130 2220 2320 1510 2310 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4620 4520 3610 5125 503 512 5010 4310 5210 4210 5320 5410 5110 6120 6220 6410 3410 6310 2110 6510 3120 5010 1510 5210 4210 3710 5210 4410 6110 1160 3140 1220 5230 5330 4420 1340 1420 2310 3530 2130 2210 5210 2320 1520 3510 13100 44100 3610 4220 4320 4210 4530 3610 44100 6510 6120 3620 4320 6530 3620 5020 5320 5140 1120 6220 2220 4520 3120 4610 2140 5410 4440 1330 1220 6410 4140 2130 2220 6120 4520 5310 3730 6120 6520 3350 3720 4460 1520 4320 1420 6310 3250 3580 3430 2330 5210 4230 3620 5020 5320 5140 1120 1320 2240 3120 1210 2140 4310 4440 1340 1420 4140 --30 4410 --30 5310 --20 3730 6120 3420 3350 3720 4420 3340 1520 4320 4210 4620 3250 3540 3240 3430 2330 5210 4230 3620 5020 3520 5140 1120 3710 4310 2220 3140 1210 2140 4310 4440 1340 4220 4141 503 --6 112 --4 22 -- 312 --10 1210 --4 11 37 --14 3710 --30 3730 6520 3420 3350 3720 4420 4140 1520 4320 6110 4520 3250 3540 4320 5120 3430 2330 4310 4230 5130 5010 5160 2350 2210 2340 1210 2140 2310 4450 2220 3310 1420 4140 2130 2210 3710 2310 5310 1520 5310 3750 3420 3350 3720 4420 3740 3320 4320 1110 3320 3250 3540 2140 3410 6120 6220 2350 44100 3760 3620 3120 33100 1340 1420 1330 6110 5010 2120 2240 6530 3510 3220 3720 3430 4310 3510 11100 3610 4220 4320 4540 3610 5050 5220 5320 4610 6510 6120 6220 6410 6510 6310 6520 3110 1110 3110 1220 3720 5010 3780 1120 3120 3230 3330 5020 2120 1360 3210 4110 3310 4110 14100 3510 3220 3740 3320 3510 3230 3720 4430 3310 3510 4550 4430 4220 4310 5130 4410 5210 4410 5320 4310 6160 5210 6510 4620 44100 1150 3150 32100 1340 1420 1310 4140 2120 2220 2320 1520 6110 3510 5210 4210 3720 5210 3410 3320 3510 3130 3720 3320 2120 3510 3610 4220 4320 4220 4510 2110 3610 1210 5130 3330 5320 5010 1210 6120 6220 6410 5010 6310 4610 1210 2160 3240 3150 1150 44100 1340 1420 4510 4130 3510 2120 2220 2320 1520 6510 3510 3220 3720 3420 3320 3510 4220 3730 3350 3610 4220 4340 4520 3610 5410 5140 5210 1310 5320 4610 6510 6120 6220 3420 6510 5010 6510 3210 1340 3550 1120 3280 3120 3710 5110 1310 3220 4210 5110 6110 4210 1330 1430 4130 5110 3220 2250 1510 5310 3230 3720 3240 3510 37100 3610 4220 4320 3210 3710 4520 3610 5170 5330 3710 6110 4130 6410 4240 44900 5150 4220 4130 44600 1150 3620 44230 3370 6110 4220 44600 5030 1170 3610 4220 4460 3610 51100 11100 5120 448 324 316 215 3111 374 313 133 31 342 352 232 422 314 152 42 313 452 318 54 31 64 313 65 3120 448 325 316 212 3114 37 31 37 313 133 316 23 3112 452 312 53 316 62 31 50 3123 449 324 315 21 3115 372 31 37 315 13 312 34 312 232 3112 452 312 53 312 61 318 65 3120 449 32 318 21 3116 37 3116 42 3110 452 3159 11 3110 37 31 37 3110 35 313 42 3110 452 312 53 312 61 3165 37 318 37 313 37 312 37 316 37 313 452 313 53 31 61 3164 37 3116 42 3110 452 31 532 312 61 312 54 313 63 31 65 3110 --44 374 --7 342 --16 452 --2 53 --2 61 --2 54 62 -- 50 --57 374 --2 3410 --13 452 --2 53 --2 61 --2 54 62 --4 65 --54 374 --2 3410 --13 452 --2 53 --2 61 --5 50 --2 65 44100 4230 1510 1310 3250 50100 14100 33100 37100 33100 45100 51100 35100 41300 13100 21100 37100 5330 1150 1450 4370 3750 6150 4350 6420 4230 2170 3430 45100 1340 3150 13110 6170 1530 37100 42200 21100 36100 44100 45100 3190 13110 3340 6130 1510 6120 3230 1420 3450 33100 4230 4370 6150 1510 1130 5110 35100 1145 35 11491 45 11308 32 11153 4430 5010 2110 3410 1510 2110 2220 1140 4420 3140 1220 4490 1330 4110 1410 2310 4130 2130 2220 2320 2210 2310 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 3510 4110 4520 3610 5130 5010 4310 5210 4210 5320 3710 4410 6110 4410 3510 5010 3510 4410 1410 44120 1110 4310 3330 3230 5220 1210 3110 1210 5010 1210 3210 2310 4410 1220 1350 1420 4130 3510 2120 2220 2320 1520 3410 3510 3220 3720 3420 3320 3510 2110 1220 3710 3410 4420 3330 3610 4220 4320 4540 3610 4610 5140 5210 3710 5310 4610 5410 6210 6110 6410 6220 6410 6210 6310 4610 6510 11300 41100 31100 41200 4430 5030 44140 53100 441000 51200 44300 42100 1480 4420 51150 4350 5410 4440 4330 4420 51200 11100 3720 4480 4270 4430 2360 4410 2130 44100 45150 5150 3570 4410 3520 44100 37300 31100 65100 33200 51100 41100 44100 61200 37100 43130 3370 36100 53150 2250 65100 44100 3720 4230 1150 13100 37100 32150 3150 33300 37100 44100 21100 4170 4430 1460 4240 50100 52100 22100 4540 4260 41100 35100 4450 3320 3530 1140 3220 3140 1220 4490 1330 4110 1410 2310 4130 2130 2220 2320 1510 2310 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 3510 4110 4520 3610 5130 5010 4110 5210 4110 5320 3710 4410 6120 6210 5010 3510 4420 2110 6510 4460 1410 2210 2120 1140 4410 3210 3140 1220 4490 1330 1420 2310 4130 2130 2220 2320 1520 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4610 5010 4520 3610 5120 5020 4310 5210 4210 5320 5410 5110 6120 6210 5310 6410 5310 6310 4110 6510 4460 1410 2210 4420 1140 4410 3210 3140 1220 4490 1330 1430 4130 2130 2220 2320 1520 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4610 5010 4520 3610 5120 5030 5210 4210 5320 5410 5110 6120 6210 5310 6410 5310 5010 4110 6510 4420 6110 2210 4410 2230 1310 2210 44200 4510 1330 1420 2310 4130 3330 2220 2320 1510 2310 2110 4520 3510 5020 3420 4220 3610 4230 3140 6120 3510 3430 4320 4620 5030 5220 5020 4310 5210 4210 5320 5410 5230 6210 3710 6410 4110 6310 4110 6510 4450 5010 4440 1140 4410 3210 3140 1220 4490 1330 1430 4130 2130 2220 2320 1520 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4610 5010 4520 3610 5120 5030 5210 4610 5320 5410 5110 6120 6210 4510 6410 5310 6310 4410 6510 4450 5010 4440 1140 4410 3210 3140 1220 4490 1330 1430 4130 2130 2220 2320 1520 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 6510 5010 4520 3610 5120 5030 5210 3710 5320 5410 5110 6120 6220 5410 4510 4410 4210 6510 44100 1140 3160 1220 4480 4110 1330 1430 4130 1510 2120 2220 2320 1520 4410 3510 3220 3720 3420 3320 3520 5120 3710 3350 3510 3610 4220 4320 6510 5010 4520 3610 5010 5130 5010 5210 3710 5310 3710 4410 4210 6120 6210 4510 4410 4510 5310 4410 6510 44100 1140 4410 3150 1220 3610 4470 4110 1320 4170 4410 2120 2220 2320 1520 4110 3510 3220 3720 3420 3320 3510 4430 3710 3350 4110 3610 4220 4320 6510 5010 4520 3610 5140 5010 5210 3710 5310 3710 4410 5110 6120 6220 4410 5110 4420 6510 44100 1160 3140 1220 4480 1140 5110 1120 4130 5150 2320 1510 3610 4410 3510 3220 3720 3420 3320 3510 4430 3710 4460 3610 4220 4310 4410 4610 3710 4520 3610 5150 5210 3710 5310 4420 5110 6120 6220 4410 5110 2220 6510 44100 1160 44140 1140 5110 1120 4130 2210 2110 4410 2220 2320 1510 3610 4410 3510 4420 3720 3420 3320 3510 5130 3710 5010 3430 3520 3610 4230 4410 4610 3710 4410 3710 3620 5130 3610 5210 3710 5310 4110 4610 5110 1120 6510 5110 3610 5110 4420 6510 2120 6110 1310 4610 1410 5310 4120 5110 1140 3220 3140 1220 4490 1330 4110 1410 2310 4130 2130 2220 2320 1510 2310 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4610 4110 4520 3610 5130 5010 5310 5210 5330 3710 5110 6120 3510 5010 6410 4410 6310 2110 6510 44600 11100 4450 11150 44100 1110 4230 6140 3510 1410 3430 4120 5210 4130 3710 1520 1380 4130 6410 4440 4310 3710 44600 1360 5130 3710 1380 3420 3360 3210 5310 2210 3610 3410 4110 1320 4220 4140 1430 3720 2310 6310 1520 5110 33200 45100 33100 4310 3210 3410 6210 5110 6410 1330 1510 2112 112 213 31 212 12 4417 41 44 214 22 2115 35 219 36 422 214 45 21 36 21 51 216 53 216 64 2128 44 213 442 213 13 2176 112 448 2150 36 218 36 2120 225 44 22194 2362 112 23136 1537 --2 41 1552 415 --3 154 -- 152 --3 1530 4120 --3 372 --5 2315 415 235 41105 4460 3340 44100 1280 5020 14100 1520 3320 1320 3720 1420 4320 3680 22100 33200 5360 6140 44100 31100 43100 4440 2340 3510 3610 31100 52100 2220 3630 2350 36100 45100 53100 32200 61100 32100 4220 3130 3540 3710 32200 33100 51100 6590 3510 3320 1340 3740 41300 13200 43200 4580 3510 3110 4340 1540 3710 4210 44100 37300 44100 2120 3130 5150 23100 42100 44100 35100 114 213 112 44 1110 44 31 12 50 21 32 422 51 61 14 13 14 13 143 41 14 41 -- 212 222 232 152 -- 15 322 372 342 332 35 --2 35 37 11 -- 44 -- 332 36 422 43 42 442 452 36 11 513 11 52 11 53 11 46 65 61 11 622 64 633 65 1140 3220 3140 1220 4480 1210 1330 1410 3610 2310 4130 2130 2220 2320 1510 2310 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4620 4520 3610 5130 5010 4310 3510 4210 5310 4410 3710 3210 6110 4410 6210 5210 3510 4430 6510 11200 32400 31300 33100 12200 44800 62100 13300 14200 23100 41300 21300 22200 23200 15200 41100 35100 32200 37200 34200 33200 35200 32200 37200 34200 33200 37100 36100 42200 43300 46100 45200 36100 51300 50100 6230 3320 6210 3740 52100 42100 53200 5410 2180 4410 51100 61200 62100 22100 6470 2330 50100 6380 21120 65101 212 65 15 --2 44 52 114 312 32 314 44 12 445 21 11 61 44 133 142 23 213 15 212 354 15 23 21 35 322 372 342 332 352 322 372 334 35 36 42 36 432 462 452 36 512 502 43 11 42 532 54 51 612 622 64 34 11 21 1141 3220 3140 1220 4490 1330 1420 2310 4130 2130 2220 2320 1510 2310 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4620 4520 3610 5125 503 512 5010 4310 5210 4210 5320 5410 5110 6120 6220 6410 3410 6310 2110 6510 11200 32400 31300 62100 12100 32100 44800 13400 14200 23100 41300 21300 22200 23200 15200 41100 35100 32200 37200 34200 33200 35200 32200 37200 34200 33200 37100 36100 42200 43300 46100 45200 36100 51300 50100 52200 42100 53200 5410 5120 3360 5410 51100 61200 62100 14100 6450 4250 50100 6350 4250 21100 65100 --50000 11100 1260 1440 1360 1530 1410 1318 --2 21180 2230 216 --4 2320 3120 2120 2220 2340 31140 3270 3130 3260 6540 111040 1220 3120 3420 1370 2230 3370 1430 4160 5020 4610 5410 2140 2340 1520 3760 5210 3530 3250 3620 6130 4230 4330 4520 6520 5140 6220 6310 6410 5320 4490 1510 1130 1230 3120 3410 1410 3330 1230 3130 1410 3350 3120 1418 --2 1410 3340 2120 5020 1520 2150 348 --2 2320 1520 3740 326 --4 3410 5210 358 --2 3520 3260 3610 617 --3 6120 4230 4330 4530 6510 5150 6210 5340 44100 1130 --10 1220 3140 3420 1320 2210 --10 3320 1420 4120 5020 4620 5410 --10 2120 2320 1520 3740 5220 3520 3220 3620 6120 4220 4320 4510 --10 6520 5120 6210 --10 6310 --10 6420 5320 4440 3360 3730 3310 4450 4210 4110 5120 4410 4210 3120 3210 3510 3210 2310 3320 4410 --2000 3720 3610 4420 6510 3250 4210 2310 3140 3330 5110 6110 --780 3260 3340 3430 3370 3470 3530 3650 3730 3520 4140 3760 4150 3750 4260 4330 3710 4470 4330 44300 4567 --3 1510 4610 5010 5150 5050 5150 5250 5330 5410 6160 6410 5320 5410 6320 6140 6410 6240 639 -- 6540 6410 3710 4210 4310 --30 6530 4210 --70 4420 --10100 3510 3210 3410 --10 1120 --10 4510 --20 11100 --10 3110 1210 5010 2110 5120 4210 5110 6110 1340 1420 5140 2130 2210 4410 2320 4430 3510 3220 3720 3420 3320 3510 5110 3220 3720 4450 3610 4220 4320 4420 4520 3610 5150 5220 5320 4610 6510 6120 6220 6420 6310 5110 6510 1110 51390 44300 6220 2220 3620 3720 1420 4460 5010 4620 5410 6270 5110 6520 51100 3130 5150 3120 1230 5150 1220 50100 33100 51120 --30 5140 4310 3320 5020 5230 6130 5150 5230 5110 5410 61100 1380 5130 1310 51280 5050 4450 142 --8 1465 --2 1423 4540 5350 5110 --10 4110 4450 5130 4110 --90 44100 2190 5110 2160 51150 2210 4450 2230 44100 5110 2310 4440 2340 51100 15100 44300 32200 37100 44100 3440 --3 3457 1360 --40 33120 4480 35140 4410 6410 1510 4310 3210 6110 32200 37100 --100 116 312 11 -- 12 -- 444 --2 136 14 414 213 223 23 -- 15 -- 376 342 354 322 335 424 43 422 46 -- 45 -- 36 512 352 -- 52 -- 53 -- 54 -- 61 -- 62 -- 64 -- 63 -- 65 505 224 11 31100 44100 37100 5340 4420 5310 3730 4470 3630 4210 4450 4240 51100 43100 44300 4590 44100 2110 4410 3610 4430 3650 51190 31110 41140 4410 2320 1510 4420 52130 4370 53110 4190 5410 4390 34100 61130 3470 --30 6250 4520 4430 2220 2320 1530 6410 45120 3670 6310 1440 6320 4510 3620 2310 2220 5050 4620 65100 --20000 31100 1140 6530 3130 4410 3110 1210 5010 2110 6220 4210 5110 6110 6510 1330 1420 6310 4130 2130 2220 2320 1530 3510 3220 3720 3420 3320 3520 3220 3770 3610 4220 4320 4420 4520 3610 4610 5140 5210 6410 5320 4610 6510 6120 6220 6420 6310 2110 6510 11160 4440 5340 44760 37100 31100 1280 6520 50100 4430 3340 1530 5330 5050 6220 6540 3160 4240 13160 61100 13400 1470 1530 14100 41400 21300 22170 1530 23200 15300 32300 37200 34200 33200 35200 32200 37400 33200 37100 36100 42200 43200 13200 4580 3210 3410 45100 36100 3560 4340 13100 5190 4160 3650 2130 5020 2320 4330 52160 5040 53100 4420 3380 5410 4490 4170 4230 6190 4610 37100 41100 6110 5320 3210 1310 2320 3760 6250 5020 4340 5360 6230 1370 4210 3790 6570 4430 13100 1120 6230 1120 6230 4410 3110 1210 5010 2110 1320 4210 5110 6110 4610 1330 1420 4610 4120 6210 2130 2220 2320 1530 3510 3220 3720 3420 3320 3520 3220 3770 3610 4220 4320 4420 4520 3610 4510 5140 5210 5330 4610 6510 6120 6220 6420 6310 4610 6510 1130 1460 6310 4370 6310 5020 44200 5110 2120 2220 2320 1510 6120 43190 1110 6230 5260 1110 44200 1110 5230 6220 4640 3120 5260 6420 12100 50100 2130 2220 2320 1530 53200 13200 61100 13400 2130 2220 2320 1530 14100 41400 21300 22170 1530 23200 15300 32300 37180 5320 34200 33200 35180 6520 32200 37100 2130 2220 2320 1530 37200 33180 37120 36100 42200 43100 2130 4320 2320 1530 13200 45100 3470 5030 36170 5220 4310 51300 2130 5120 2320 1510 5320 52200 53120 4140 1340 32200 61100 37100 62100 3740 4130 1330 32100 51100 43100 5130 5370 65100 1320 4380 1170 3130 4410 3110 1210 5010 6110 6310 6410 4210 5110 6110 4610 1330 1420 4610 4130 2130 2220 2320 1530 3510 3220 3720 3420 3320 3520 3220 3770 3610 4220 4320 4420 4520 3610 5410 5140 5220 5320 4610 6510 6120 6220 6420 6310 3410 6510 11100 43100 34100 5080 6240 2110 3110 2330 3310 6520 5030 3720 3420 3330 3630 3730 3130 44410 31100 1290 3410 50100 3320 3730 4520 41150 6410 4320 13150 51100 61100 13400 14200 41400 3420 3240 4520 5320 21200 2230 1320 4350 3760 2320 5120 23200 15190 4610 6130 6210 1520 4120 3420 32300 37200 34200 33200 35200 32200 37400 33190 6210 37100 36100 42200 43200 37100 65100 45200 36100 3590 51330 1320 5320 5210 5130 52180 4120 53170 3730 5420 6130 4520 4630 41100 61100 4330 6570 62150 3510 4140 3280 4580 1420 4510 6410 6330 1340 3630 5130 3260 4610 65100 1140 3160 1140 3220 3140 1220 4490 1330 1420 2310 4130 2130 2220 2320 1510 2310 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4420 4520 3610 5140 4310 5210 4210 5320 4610 5110 6120 6220 6410 3410 6310 2110 6510 50100 11100 32100 11100 3750 3350 37100 31200 37100 61100 1220 5080 11100 44200 1314 -- 139 -- 139 -- 132 -- 132 3420 4140 33100 1510 2120 2220 2320 1530 42100 51100 52100 1130 5030 2220 2120 12 13 14 15 11 132 14 112 22 23 218 412 373 412 372 -- 50 53 52 54 513 54 512 5340 2320 1220 6150 1530 1410 1330 1430 4130 4230 5320 5020 1530 3230 3720 1520 4230 6210 6120 3720 3350 6210 4240 354 32 355 334 32 337 31 34 32 36 32 34 322 442 42 43 44 45 46 43 44 45 61 63 64 65 62 61 653 62 4450 5220 4420 4610 6130 6220 5210 3410 6220 3710 1120 3110 5030 1440 --100 1220 4280 4310 1310 4320 145 -- 14 -- 14 -- 1410 6210 4130 1530 2210 4310 2316 --4 46 442 --7 4410 62 --7 622 3510 3220 3720 3420 3320 3510 4160 423 -- 42 -- 42 --3 6230 4230 4310 4430 4520 3610 6210 5120 4320 5220 5310 4610 5410 6210 6120 6220 6420 6310 3410 6510 3650 1340 2110 1110 2110 5124 -- 515 3250 6250 6530 1510 6310 61100 1350 2230 1520 33200 34100 32100 35100 44400 4350 1450 32200 43100 53100 13100 32200 33100 13100 4410 3510 3620 6210 4210 1540 3470 3530 3767 -- 3732 4230 4320 4220 4420 3510 6210 5160 4110 6210 6410 6250 6420 6230 32100 33100 2130 3330 4440 1340 1430 1330 3320 4430 6120 1520 6510 34100 4350 5120 1430 4230 4330 5110 3630 4310 5140 1410 6110 5320 4310 6170 1520 6510 5150 6220 3620 4410 1530 5320 4220 3430 3550 1420 4230 6270 4110 5320 6210 6110 3320 3520 3210 1510 5320 3470 3320 3580 3230 3360 5120 3620 6110 3420 5350 4420 6150 3420 4330 --10000 2250 6330 6410 4610 1130 3240 4630 4410 3110 1210 5010 2110 4310 2110 4210 5110 6110 1340 1430 4130 2130 2220 2320 1520 2110 3410 3220 3720 3420 3320 3510 2210 3220 3740 4520 3510 3610 4220 4320 4420 4520 3610 5150 5210 3710 5320 4610 6510 6120 6220 6420 6310 2110 6510 1180 1220 13200 14100 41500 52100 5020 5180 44100 12100 50100 21100 14100 4350 2250 42100 51100 61100 13400 14300 41300 15100 21200 22100 4150 1350 23170 4430 15200 42100 37100 34100 37300 34200 33200 3520 6530 3510 5340 4130 15120 2350 37300 41100 21100 22200 6560 6240 3640 4230 4330 42200 43400 45200 36100 43170 14130 51100 22100 5240 2230 5230 42100 5330 3710 4260 37200 2280 2320 61200 62110 6190 6460 4640 61100 6370 5230 15100 3210 5250 6540 11140 3220 3140 1220 4490 1330 1420 2310 4130 2130 2220 2320 1510 2310 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4620 4520 3610 5130 5010 4310 5210 4210 5320 5410 5110 6120 6220 6410 3410 6310 2110 6510 3780 1320 11100 13260 3710 1510 1320 37100 43100 41100 31100 61100 12100 3790 1510 44100 42100 3760 1530 1110 44300 5210 6520 155 445 4110 5410 3740 42100 13400 3790 14110 23100 41300 21300 22100 41100 23100 1160 3730 6510 15200 41100 3760 3410 1110 3410 6310 32100 11100 37100 46100 34200 33200 35100 4120 4310 6510 3710 4110 4420 4120 15100 3710 2220 3750 2220 23100 4140 3720 6140 2310 3210 3710 3440 3720 2210 37100 61100 3750 2150 33100 41100 42200 43250 3410 4340 45300 36100 51260 6240 50100 3780 6510 4310 52100 61100 53100 5210 4110 4310 6510 3750 2210 37100 1360 4130 1510 61100 4410 3110 1210 3710 4410 4610 5410 5210 5120 62100 5110 2120 2210 3710 2310 5310 1510 1320 6410 3220 6310 3710 3420 3320 3510 50100 5310 4220 4320 4420 4510 3620 3730 1440 2130 6550 2210 2310 1130 3320 5150 4320 6510 1170 6210 3110 6510 4410 3110 1210 5010 2110 1430 5110 6110 5010 1330 1420 1510 4130 2210 2120 2220 2320 1540 3220 3720 3420 3320 3510 6110 3220 3720 4610 4410 3320 5310 3610 4610 4210 4320 4420 4510 4610 3610 5410 5140 5220 5320 4610 6510 6120 6220 6420 6320 6510 1110 3110 1210 1310 6110 2110 3510 4420 1310 1150 3510 3110 4450 1210 2120 1310 3310 3710 1120 1350 1410 4140 2130 2220 2320 1520 6510 3510 3220 3720 3420 3320 3520 3220 4150 1320 3610 4220 4330 1310 4510 4210 3610 5110 4440 5220 5310 1110 4610 6510 6120 6210 5110 6410 6210 6310 4610 6510 1350 3410 3230 3610 3160 1410 5210 5310 6110 1210 5210 1210 6310 3260 5070 4530 4420 3310 2140 1110 3210 3310 37160 1110 5410 3320 4230 1110 4310 3630 3330 4480 5410 4150 6410 5130 6510 5090 6210 1350 5110 13240 2130 2220 2320 1520 14110 5070 41230 65100 311000 5340 1530 3530 3290 6210 53100 37100 2130 2220 237 -- 2312 1530 34120 5180 33100 53100 35100 5170 1210 4610 6110 52100 37230 2220 237 -- 2312 1530 2317 --3 2371 --4 235 44300 6510 6120 6220 6420 1210 5320 6520 5330 3650 4220 1540 6140 52100 43130 2220 2311 -- 238 1530 4410 5190 23100 45190 4610 36100 --1000 12100 11100 12100 --100 4410 3310 3210 3710 1110 3110 1210 2110 5110 3510 --200 4250 --10 3650 --60 5320 46110 4430 3170 1170 3130 4410 3110 1210 5010 2110 4320 4210 5110 6110 5010 1330 1420 5010 4130 2130 2220 2320 1520 2110 3510 3220 3720 3420 3320 3520 3220 3770 3610 4220 4320 4420 4520 3610 5010 5140 5210 5330 4610 6510 6120 6220 6420 6310 2110 6510 11160 4440 5330 44770 3710 4490 31100 12100 50100 3360 4140 5330 6410 3340 6210 5060 42150 51100 61100 13400 1440 2260 14100 41400 21280 4320 22200 23200 15300 32300 37200 34100 5010 3490 33200 35200 32200 37400 33270 4330 3610 5230 5020 3640 42200 43200 44200 4530 6140 5330 45100 36100 35100 51400 52100 2230 4340 4110 6520 53100 33100 5410 4490 41100 6180 5320 3520 5180 41100 6520 5340 6520 1520 32150 4150 6330 4320 4250 2140 4320 3740 6550 4470 1220 3160 1160 3140 4410 3110 1210 5010 2110 5220 4210 5110 6110 4110 1330 1420 4140 2130 2220 2320 1520 2110 3510 3220 3720 3420 3320 3520 3220 3710 3350 5310 3610 4220 4320 4420 4520 3610 3710 5140 5210 4210 5320 3710 6510 6120 5010 3610 6420 6310 2110 6510 3720 11100 53180 44800 31100 1230 3420 50150 3340 1520 53100 3340 42200 51100 61100 13280 3620 13100 1460 5220 6110 1510 14100 41400 21300 22200 23180 3620 1580 22120 3230 4510 1510 3620 3730 32300 37200 34200 33200 35200 32200 37400 33200 5360 3740 36100 42200 43150 5350 44200 45130 4160 5010 36100 35100 2270 6510 4120 51300 5270 3530 44100 53100 33100 44100 3390 3710 61100 44100 41120 4210 4540 4430 32200 6310 4290 2170 3710 2110 5010 6550 4450 --100000 115 315 114 4416 --70 1130 34 14 42 44 122 46 50 512 3220 3120 442 314 114 4420 3110 1210 5010 2110 3210 4410 4210 5110 6110 4410 1330 34 42 46 50 44 123 1412 4410 4117 --3 4110 4410 2120 228 322 --10 2311 314 115 1510 352 448 313 113 444 3510 3220 3720 3410 339 34 3320 3520 3220 3711 332 14 51 --5 325 3713 3322 352 4410 368 4210 434 376 4316 424 4420 455 4415 3610 507 3210 333 523 517 322 338 522 513 335 5210 --10 5310 4410 112 373 443 462 143 127 616 3714 625 325 443 324 503 642 356 442 345 335 632 338 --10 652 338 --4000 11 --4 112 312 443 12 42 33 212 37 34 35 45 46 13 41 14 23 43 22 32 36 61 51 53 50 52 --15 352 -- 37 35 112 33 12 35 322 61 --2 32 312 32 50 21 --4 442 332 -- 442 37 35 --16 11 -- 31 --2 33 --2 332 --40 31 44 34 44 -- 41 43 13 44 42 36 22 32 36 -- 37 61 14 23 37 11 51 12 53 -- 212 332 45 11 46 31 50 41 --15 44 34 37 35 32 44 42 52 11 23 31 43 22 322 36 324 53 322 12 15 33 372 44 61 21 51 50 44 15 --15 61 51 12 53 33 11 13 50 11 41 23 42 43 22 37 32 44 21 31 44 33 21 11 44 11 31 442 31 14 44 34 35 51 44 --15 44 11 31 11 44 11 312 44 46 51 44 51 50 44 50 422 44 432 4414 --15 43 14 35 21 35 12 13 33 44 37 31 323 53 37 44 33 44 51 61 41 46 34 36 45 23 11 44 22 21 42 50 44 15 --115 442 53 46 44 35 412 32 35 11 332 44 33 32 31 33 11 34 44 31 12 50 21 32 43 42 51 61 41 372 36 44 --15 31 34 37 34 51 41 21 43 51 11 22 61 12 35 212 37 533 45 33 50 412 232 332 41 13 52 14 44 37 --15 11 31 446 12 50 32 332 512 372 212 352 42 23 61 43 22 41 13 14 34 36 45 53 52 15 --15 313 444 424 32 43 42 512 11 12 112 212 373 14 61 53 33 50 423 352 --15 443 --3 31 43 11 44 --6 12 41 64 13 --30 372 32 23 46 445 212 42 65 43 32 313 61 352 14 13 36 41 113 61 12 51 50 33 53 --15 113 313 12 50 31 13 37 44 61 446 322 51 35 -- 11 --3 33 --21 1110 442 --5 44 --2 3110 44 -- 442 --1116 1120 4420 3310 3210 2110 4510 4410 1310 1120 1210 3110 1110 3210 4110 3610 4110 3510 4410 3110 1210 5010 2110 3210 4220 5110 6110 1410 1340 4150 2120 3310 2210 3310 2320 1510 4410 3510 3230 3710 3510 3440 3510 3750 4450 4510 3620 4320 3610 5310 3110 3320 5120 4610 5320 5210 5320 3350 6210 4110 3210 3340 1120 4430 3210 4410 4310 3110 4410 1120 1210 3120 3220 3110 4410 3510 4410 3110 1210 5010 2110 3210 4220 5110 6110 1340 1420 4140 2120 5310 2210 4410 2310 4410 1510 4110 4410 3230 3710 3430 3210 3520 3740 3210 3720 4430 4510 4210 3610 4320 3610 3240 5120 4610 5010 3610 5210 5310 4430 6510 6110 4430 6410 4440 1120 4410 1120 3310 --20 1110 --10 1120 3130 3320 3130 4410 3110 1210 5010 2110 3210 4220 5110 6110 1410 1330 4410 4130 5010 --10 2110 4420 2210 --10 2310 3310 1510 3320 3270 3410 3520 3730 2310 3710 5310 3310 4310 3710 6510 4510 4460 3350 4610 5110 3340 4420 5210 3610 3330 6410 3310 4430 --50000 11120 3120 3220 1140 4410 3110 1210 5010 2110 3210 1210 4210 5110 6110 4410 1330 1420 2310 4130 2130 2220 2320 1520 --10 3510 3220 3720 3420 3320 3520 --10 3730 3310 4410 3320 5310 3610 4220 4320 4420 4520 3610 5140 4310 5210 --10 5320 4610 6510 6120 6220 6410 --10 6310 --10 6510 11200 4410 3110 1210 5010 2110 3210 4220 5110 6110 --100 2130 2220 2320 1520 --10 21100 --100 11100 --200 44100 31100 12100 50100 --100 32100 --200 51100 61100 --300 1340 --160 1460 --140 4140 --10 4140 --10 41140 --10 4140 --10 2170 --240 2250 --140 2360 --1440 3790 --410 4450 --60 4440 --450 4230 --170 4350 --350 4510 --190 3610 --90 4380 --20 3440 --10 3350 3410 --20 3320 --50 5130 --40 4230 --100 5240 37160 5320 --20 4530 --20 3610 44100 5420 3530 5410 3510 4620 3510 --100 6140 --60 1380 --20 6230 --170 6420 --10 6410 1260 1430 --70 6320 --80 4180 --20 6540 --60 11140 3220 3130 4420 3110 1210 5010 2110 3210 4410 4210 5110 6110 4410 1330 1420 2310 4130 4410 2110 -- 21 --4 214 2210 --10 2310 3510 1520 6510 3510 3220 3720 3420 3320 3520 3220 3710 3350 3510 3610 4220 4320 4420 4520 3610 5120 4410 5010 4310 5210 4410 5320 5410 5110 6120 6220 6410 3410 6310 2110 6510 11100 5110 --11 5129 --10 4320 6410 5410 32100 1330 2310 5148 --2 519 -- 3250 --50 3250 --10 3210 5110 3220 --10 519 --41 5210 --30 3110 1310 3150 1310 --100 4410 --10 4130 --20 6130 4120 1220 4240 3530 --10 3110 --40 3230 5120 44100 5030 --10 5110 5020 --30 4440 --160 1210 4310 5010 5130 5010 6520 6210 44120 --10 4450 --10 4410 6140 --10 615 --5 5010 4110 5110 3420 --10 345 --5 347 --3 345 --5 1310 6120 4110 --10 13200 --10 4610 --20 13120 6110 4120 14110 1360 4510 1310 --10 1310 41100 --100 4180 6220 2110 5120 135 --5 4110 4215 --5 5410 --20 21100 --10 2110 1210 6120 4310 --10 2110 --10 2110 22100 --20 5120 --10 1110 --50 2310 --30 2320 --30 3510 --40 1110 --30 4110 15100 5120 1520 5110 --50 6140 4110 --20 3110 1310 --10 35100 32100 6210 --50 4330 1310 37100 3420 --10 3710 --20 3710 --30 34200 33100 --80 2310 --10 356 --4 3516 --4 3536 --4 356 --4 356 --4 3510 -- 515 -- 51 --2 5110 --60 3410 5110 -- 5110 -- 514 -- 51 -- 5131 --10 4110 --20 3210 3710 --20 425 --65 425 --5 3750 --40 4215 --15 3410 --10 3310 --20 5010 --30 4410 --30 4420 --10 4410 3220 --40 6110 5110 --20 3340 6530 2230 3280 --10 3210 1310 --10 4320 --20 3320 --20 3670 --10 3610 --10 42100 4510 --40 1320 --30 43100 3310 --20 4340 4510 --20 3410 --10 3410 --20 5110 --20 4320 4580 4620 455 --5 4560 1120 455 --105 36100 5199 -- 51100 5040 6160 50110 5210 5030 --10 4610 5010 --20 5255 --5 524 --6 525 --5 524 --6 524 --6 4280 --10 4610 534 --6 5314 --6 534 --6 534 --6 534 --6 5314 --6 5314 --106 5410 6120 6240 4620 5410 2210 518 --2 5140 2310 --10 2120 61200 62100 --10 6230 --60 6460 6140 --100 6350 --20 4110 --120 6580 --20 3110 --20 1310 --10 2310 1510 6310 --20 11100 4410 3110 1210 5010 2110 3220 4210 5110 6110 --10 1330 1420 --60 2110 2210 --20 2310 1510 --20 3210 --20 3720 3410 --10 3320 3510 3740 --10 4430 --10 5310 3610 --20 4310 --20 4410 4520 3610 --20 5120 5230 --20 5410 --10 6120 6220 6410 --10 6310 --10 6510 --110 6410 --310 1510 --240 3310 --10 44100 --200 4480 --140 1210 --50 5210 --10 50100 --260 3210 --10 3310 --110 51100 --400 22100 --100 1450 --350 41100 221000 --300 37200 --50 3410 --20 3310 --210 33100 --70 3530 --200 3774 -- 37325 --10 6210 4210 --20 2110 3710 --210 6110 53100 --510 44200 4520 --50 4310 --20 45100 --30 3670 --100 6530 --370 5230 --270 5410 --70 1110 --10 5420 --60 4620 --11010 3210 3610 1320 5110 1310 3610 4420 1140 3220 3140 1220 4410 5010 2110 4460 1330 142 -- 1417 2310 4130 2130 2220 2320 1520 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4420 4520 3610 5130 5010 4310 5210 4210 5320 5410 5110 6120 6220 6410 3410 6310 2110 6510 1150 5120 3430 5170 4430 32370 5110 3220 3110 5110 3130 3530 6520 31100 3250 3120 4410 3110 2110 3150 3410 3210 3110 3420 1210 3250 3540 3110 3290 44800 3540 5160 13200 4450 1340 3510 1360 6210 --10 6510 14110 32100 41100 44100 3510 4160 3520 4110 2130 5120 4220 6530 21100 3360 2120 4410 2110 2223 --2 222 --3 223 --2 222 --3 224 -- 222 --3 2223 --2 222 --3 223 --2 222 --3 223 --2 222 --3 23200 3550 1110 3630 4410 15100 5120 1520 5160 6170 3130 35100 32200 3788 --2 3710 3410 6210 4410 3725 --5 3710 --10 3520 34200 33200 35200 32100 42100 3410 378 --2 378 --2 3715 --5 3710 4410 3510 4420 4230 6110 3520 4410 3310 5310 5110 35100 3220 3330 6150 33100 32100 33100 3660 4540 4260 3210 4230 33100 43100 3330 4340 4530 3410 4310 3430 4350 5230 4550 --10 5410 45180 4410 4610 36100 51200 3220 6110 3210 6210 6120 5310 6510 5310 5010 5260 3210 5310 6510 5010 5250 4610 3510 5120 52100 4270 3210 5120 53150 --10 2210 2310 4410 -- 535 -- 53 --2 5410 6120 6220 5110 5210 4620 5410 51100 61200 62100 3520 3230 3330 6520 5110 6450 3410 6310 6520 5220 5120 3440 6520 6350 6550 6110 4420 3450 2110 4410 65100 115 315 122 338 4410 132 412 142 374 214 232 152 222 342 358 3210 423 433 452 362 514 522 502 532 613 622 64 46 63 54 65 1140 3220 3140 1220 4410 5010 2110 4460 1330 1420 2310 4130 2130 2220 2320 1520 2110 3510 3220 3720 3420 3320 3520 3220 3710 --10 3340 3510 3610 4220 4320 4420 4520 3610 5130 5010 4310 5210 4210 5320 5410 5110 6120 6220 6410 3410 6310 2110 6510 1120 3480 5180 5220 32100 51100 32200 3150 5130 6520 3160 4620 5120 3270 4410 3220 6530 6220 3450 3220 4240 3540 3150 3230 5120 44100 5150 44550 6550 4450 3480 6520 13180 3410 1310 3450 1310 3420 1310 6110 1340 4110 3420 4110 6510 1418 -- 1413 -- 142 --3 147 -- 1423 -- 4120 1420 32100 41100 44100 6570 6230 5150 4220 6530 2130 --30 2130 --10 3310 2110 1210 6120 5110 4310 2110 4410 2110 2220 5410 4310 3310 5210 2210 6210 5410 4110 3520 5120 4410 1110 4440 --10 2310 --10 2340 4420 2310 3520 5210 6310 6510 1110 3620 6110 6510 1538 --2 1560 5120 1511 -- 158 5110 4450 6150 3520 3110 6520 35100 32100 6230 6430 4330 6510 4110 5210 3710 4310 3720 6210 4320 6210 3430 4220 4530 6520 34200 33180 3420 35100 5120 6550 3610 3410 3510 5150 6420 6130 3710 3620 4290 4410 4210 4410 4210 4340 4230 3420 3310 5320 5210 6510 6150 4450 3610 4320 5030 6110 5210 2210 5210 3340 6560 32100 6420 4330 6410 4520 4420 36100 42100 4570 3630 43100 3610 4510 4350 4530 3410 4310 3430 4350 45290 36110 51200 4320 5020 6130 2320 5310 5020 5120 5210 5350 5010 5250 4610 5010 5310 5410 52100 4280 2210 4210 53100 5230 5120 5210 4430 4310 5410 6120 6240 4620 5410 51100 61200 62100 4410 6240 6330 6520 6460 6320 6570 3430 6520 6350 6550 6210 5230 4410 5220 4430 65100 5160 4440 1170 3130 4410 3110 1210 5010 2110 1220 4210 5110 6110 5010 1330 1420 4140 2130 2220 2320 1530 3230 3720 3420 3320 3520 3220 3730 4410 5330 3610 4220 4320 4420 4520 3610 5410 5130 5230 5320 4610 6510 6120 6220 6420 6310 5210 6510 11120 4440 4140 52100 53170 3420 3610 6250 5120 --30 4350 5250 3180 4620 44160 6240 61100 31100 12100 50100 5150 4110 5240 5050 34150 51200 6110 4390 1350 4320 5230 13300 14200 41400 2150 4130 6110 6510 21200 22120 5130 1320 4320 4410 23200 15140 3330 3230 2390 4510 35100 32200 37200 34200 33200 35100 3280 4520 32200 37390 33210 4570 3430 36100 42150 4150 43200 5270 45330 36100 51440 --10 5150 52200 53200 5420 4680 4520 5040 6540 61200 62200 6470 1430 5210 3690 6330 34100 6270 65100 4420 3740 4120 5220 1170 3130 4410 3110 1210 5010 2110 5220 4210 5110 6110 1340 1420 4140 2130 2220 2320 1530 3310 3220 3720 3420 3320 3510 5010 3220 3730 4410 3410 1410 5310 3610 4220 4320 4420 4520 3610 5410 5140 5220 5320 4610 6510 6120 6220 6420 6310 2110 6510 11150 5250 4490 3310 53160 3510 4210 3320 5030 3410 3710 3410 3740 44100 3120 4170 3610 44300 31100 1280 3620 50100 6510 5010 3330 2320 3430 5030 3410 3710 34150 42100 51100 3320 6180 13400 5230 3320 14150 41400 3710 21290 22100 4460 3230 3510 23200 15100 4150 2320 1330 5140 --10 5150 35100 32190 3310 37200 34200 33200 35100 32300 37200 3440 3610 3410 37140 33190 6210 37100 36100 42200 43200 5230 3410 3710 3410 5040 45300 36100 51500 52200 53200 5410 3710 4680 43100 61200 62200 6430 3410 6110 3410 1320 3320 3560 3730 5210 6320 4360 3620 51100 65100 --70 4510 5410 --10 11100 4410 3110 1210 5010 2110 3210 2110 4210 5110 6110 1340 1420 2310 4110 2310 4110 2310 2120 2210 2319 -- 2310 1520 1410 3510 3220 3720 3420 3320 3510 2130 3710 1420 4410 4510 5320 3610 4220 4320 4420 4510 3620 3110 5130 6410 5210 6410 5320 5410 6510 6120 6220 6420 6310 6520 11200 --160 3370 1510 33160 37100 4680 6120 6270 --20 5010 62100 4460 --40 31100 1290 3110 50100 21100 32100 50100 42100 5140 3160 61100 34100 13300 14200 41400 6570 --10 5320 21100 14100 22160 --40 2323 --6 2335 -- 23135 15100 45100 65100 35100 32200 37200 34200 33200 35100 36100 41100 37300 6450 --20 3630 --100 6350 5250 5330 --30 3240 53100 36100 42110 --70 43220 44200 45100 43100 36100 35100 5140 --10 5190 --10 5190 --10 5150 52300 53200 4610 5450 --20 4620 --1000 11140 3220 3120 1120 4410 3110 1210 5010 2110 3210 1210 4210 5110 6110 4410 1330 1420 2310 4130 2130 2220 2320 1530 3510 3220 3720 3420 3320 3520 3220 3720 3310 4410 3320 3510 3610 4220 4320 4420 4520 3610 --10 5130 4310 5210 4210 5320 4610 6510 6120 6220 6410 --10 6310 --10 6510 11200 4410 3110 1210 5010 2110 3210 4410 4210 5110 6110 11130 2210 11130 5110 1120 31100 11300 44100 31100 12100 50100 21180 --20 12100 4240 --60 11100 4470 --30 41100 1378 --2 1390 --30 13100 14210 --40 1450 41300 2140 --260 228 --2 2220 --10 2240 --10 2210 --100 23180 --10 2310 1596 --4 153 --7 1523 --37 1510 11100 32320 37200 34100 3230 3410 --10 3410 2310 3230 33143 --7 35150 37400 --100 44200 4190 3510 41100 4380 4120 43100 42200 43100 4130 4370 44200 45100 4490 4510 369 -- 3615 --5 365 --5 4510 4310 365 --5 3610 4520 50150 51280 2210 5210 5030 5120 52100 1530 5270 5340 4560 44110 5410 4410 5310 5410 4620 5010 4520 615 --65 61173 --7 6150 6210 5310 4510 4320 3520 6210 5210 4510 4440 3530 5020 4410 6420 3710 4170 3740 3560 6321 --2 635 -- 63 5010 3540 4320 4430 5050 4320 6550 3510 --30 5110 11140 3220 3120 1120 4410 3110 1210 5010 2110 3210 1210 4210 5110 6110 4410 1330 1420 2310 4130 2130 2220 2320 1520 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4420 4520 3610 5140 4310 5210 4210 5320 4610 6510 6120 6220 6410 3410 6310 2110 6510 11300 4420 5110 1120 1410 3710 4110 1110 4310 1150 2310 1110 1520 4110 3770 5110 1110 3710 31100 4440 1360 11200 44100 31100 12100 5070 4130 2170 4130 3230 4170 3250 2230 3310 2210 4230 4340 4230 5140 6130 2210 5120 6170 2230 1380 1220 13320 14280 41300 21300 22100 2310 1210 3150 --10 2220 23200 15180 4520 1230 1410 456 --4 1410 35140 32200 37100 3430 3710 3110 3750 34200 33200 35100 37100 3230 3770 32100 37100 44300 33190 3710 5330 3770 4310 3610 4380 42200 43100 4230 4370 44200 45100 37100 36100 4470 5030 4420 5120 4420 5120 6120 4450 5140 6110 51110 5210 2220 3110 4350 52100 1530 2240 2330 53100 44100 5420 4430 4650 6110 6530 6120 656 --2 652 5210 6520 61100 43100 62100 4210 6210 1310 6210 619 -- 3310 3410 3510 3310 3210 4210 6437 --3 647 --3 3520 4120 4250 5050 2310 6320 4110 1510 3420 4110 6310 4510 1220 2110 3510 1510 3310 2140 65100 61100 1170 3130 4410 3110 1210 5010 5210 3620 4210 5110 6110 6510 1330 1420 4140 2130 2220 2320 1530 3510 3220 3720 3420 3320 3520 3220 3740 6120 6210 3610 4220 4320 4420 4520 3610 5410 5130 --10 5220 5320 4610 6510 6120 6220 6420 6310 3410 6510 1130 6170 43100 3470 13160 2350 3490 5120 1320 5110 5090 4210 6150 3130 44150 6240 6510 36100 31100 1270 5230 50100 3220 2350 3710 5370 3410 5040 34100 42100 51100 61100 13400 3410 14190 41400 2130 6150 2110 6210 21160 6540 22170 5230 23200 15150 5250 41100 35100 32200 37200 34200 33200 35170 5330 32200 37400 33160 5220 4120 37100 36100 42200 43200 45400 36100 51500 52200 53160 5220 3410 --10 4640 6110 4650 41100 61100 3430 6170 62200 6440 32160 6340 4340 3620 5290 5410 65100 1120 3120 2310 3220 --10 5120 1150 3210 3140 4410 3110 1210 5010 2110 4420 4210 5110 6110 1340 1420 4140 2130 2220 2320 1530 3510 3220 3720 3420 3320 3520 3220 3720 3310 4410 3320 5310 3610 4220 4320 4420 4520 3610 5150 5210 4210 5320 4610 6510 6120 6220 6420 6310 2110 6510 11180 4410 3210 1320 5320 4110 1250 1120 44130 2330 3350 3710 4510 3430 4510 3510 3720 3210 3710 3610 3120 4420 3110 4320 31110 44270 3130 --30 6120 4320 1280 44420 4270 3630 51100 6190 4410 13400 14200 --100 41300 2120 6130 21250 22190 3410 23200 15120 --30 5220 5310 4120 1360 5340 35100 32200 37200 34200 33200 35120 4120 3410 3720 5310 32220 37100 4180 37220 4510 3310 4330 33150 5390 3310 36100 42200 43200 5060 1320 3310 4410 4620 3540 4640 45200 36100 51300 50100 5120 --70 52170 5110 5230 53100 3220 3720 4510 --10 3320 1110 3310 5410 4690 4380 6520 61120 1210 5230 3310 5120 6510 62160 4530 1310 6430 3450 5320 5020 5330 3250 6340 4310 4540 3610 5410 4110 4610 4460 4610 6570 4420 3110 1120 3520 1110 3410 3210 4310 4410 2110 1140 3220 3140 1220 4490 1330 1420 2310 4130 2130 2220 2320 1510 232 152 236 2110 3510 3220 3720 3420 3320 3520 3220 3720 3340 3510 3610 4220 4320 4620 4520 3610 5125 503 512 5010 4310 5210 4210 5320 5410 5110 6120 6220 6410 3410 6310 2110 6510 11200 32400 31300 6250 518 632 3420 6220 12100 32100 44800 31100 13100 5210 4310 3220 4310 1350 44140 5210 3210 4210 4530 1450 6320 6530 32100 41100 44100 4170 3130 21200 4310 4210 3620 4410 4310 1310 2110 5110 4210 22100 3250 2320 4410 3210 4310 23150 2230 6310 4410 15100 44100 34100 35100 32200 37200 34200 33200 35200 32200 3760 3210 3410 6510 4210 31100 35100 3350 6150 33300 36100 42200 43300 46100 45200 36100 51300 50100 52200 42100 53150 4450 5410 5120 3360 5410 51100 61200 62100 32100 6450 4250 50100 6350 6550 44100 65100 --100000";

// shared/domain/identifiers/mobileRegion.ts
var FIRST = 13e5;
var RUNS = readRuns(MOBILE_REGION_RUNS);
function provinceOfMobile(number) {
  const start = Number(number.slice(0, 7));
  let low = 0;
  let high = RUNS.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((RUNS[middle]?.from ?? FIRST) <= start) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return RUNS[low]?.province;
}
function readRuns(text4) {
  let from = FIRST;
  return text4.split(" ").map((token) => {
    const run = { from, province: token.startsWith("--") ? void 0 : `${token.slice(0, 2)}0000` };
    from += token.length === 2 ? 1 : Number(token.slice(2));
    return run;
  });
}

// shared/rules/checks/phoneRegion.ts
var phoneRegion = defineCheck(
  "phone-region",
  {
    persons: z47.array(z47.enum(PERSON_ROLES)).min(1),
    /** Divisions accepted besides the one of the filing. */
    alsoFrom: z47.array(provinceCodeSchema).default([])
  },
  (context, { persons: persons2, alsoFrom }) => {
    const accepted = [context.province, ...alsoFrom];
    return worstOf(personsOf(context, persons2).map((person) => judgePerson4(person, accepted)));
  }
);
function judgePerson4({ person, path: path5 }, accepted) {
  const evidence = [field(`${path5}.mobile`)];
  const expected = accepted.map(nameOf).join(" / ");
  const phone = checkPhone(person.mobile);
  const province = phone.ok && phone.kind === "mobile" ? provinceOfMobile(phone.number) : void 0;
  if (province === void 0) {
    return unsure({ evidence, measured: masked(person.mobile), expected });
  }
  const judged = accepted.includes(province) ? pass : fail;
  return judged({ evidence, measured: `${masked(person.mobile)} ${nameOf(province)}`, expected });
}
function nameOf(code) {
  return provinceByCode(code)?.nameZh ?? code;
}

// shared/rules/checks/photoLook.ts
import { z as z48 } from "zod";
var LOOKS = ["clothing", "frame", "slogan", "same-person", "face-check"];
var photoLook = defineCheck(
  "photo-look",
  { kinds: z48.array(z48.enum(DOCUMENT_KINDS)).min(1), look: z48.enum(LOOKS) },
  ({ documents }, { kinds, look }) => {
    const photos = documents.filter(({ kind }) => kinds.includes(kind));
    if (photos.length === 0) {
      return notApplicable({ evidence: [], expected: look });
    }
    const evidence = photos.map(({ id }) => ({ kind: "document", documentId: id }));
    return unsure({ evidence, expected: look });
  }
);

// shared/rules/checks/preApproval.ts
import { z as z49 } from "zod";
var categorySchema = z49.strictObject({
  /** Name of the approval, as the form has it. */
  category: z49.string(),
  /** Content types that lie in its field. */
  contents: z49.array(z49.string()).min(1),
  /** `unsure` where the approval survives in some divisions only. */
  missing: z49.enum(["fail", "unsure"])
});
var preApproval = defineCheck(
  "pre-approval",
  { categories: z49.array(categorySchema).min(1) },
  (context, { categories }) => worstOf(servicesOf(context).map((service) => judgeService2(context, service, categories)))
);
function judgeService2(context, { service, path: path5 }, categories) {
  const touched = categories.filter(
    ({ contents }) => contents.some((content) => service.contentCategories.includes(content))
  );
  const declared = service.preApprovals.map(({ category }) => category);
  const evidence = [field(`${path5}.contentCategories`), field(`${path5}.preApprovals`)];
  if (touched.length === 0 && declared.length === 0) {
    return notApplicable({ evidence, measured: service.contentCategories.join(", ") });
  }
  const ground = {
    evidence,
    measured: declared.join(", ") || void 0,
    expected: touched.map(({ category }) => category).join(", ") || void 0
  };
  const papers = context.documents.filter(
    (document) => document.kind === "pre-approval" && (document.serviceId === void 0 || document.serviceId === service.id)
  );
  if (papers.length > 0) {
    const read = papers.map(({ id }) => ({ kind: "document", documentId: id }));
    return unsure({ ...ground, evidence: [...evidence, ...read] });
  }
  const needed = declared.length > 0 || touched.some(({ missing: missing2 }) => missing2 === "fail");
  const missing = { kind: "missing-document", documentKind: "pre-approval" };
  return (needed ? fail : unsure)({ ...ground, evidence: [...evidence, missing] });
}

// shared/rules/checks/publicIp.ts
import { z as z50 } from "zod";

// shared/rules/checks/ipNetworks.ts
function octetsOf(text4) {
  const plain2 = text4.trim();
  return plain2.includes(":") ? octetsOfV6(plain2) : octetsOfV4(plain2);
}
function networkOf(written) {
  const [base2 = "", length = ""] = written.split("/");
  const octets = octetsOf(base2) ?? [];
  const masks = octets.map((_, index) => {
    const covered = Math.min(8, Math.max(0, Number(length) - index * 8));
    return 255 << 8 - covered & 255;
  });
  return { written, octets, masks };
}
function isInNetwork(address, { octets, masks }) {
  return octets.length === address.length && octets.every((octet, index) => ((octet ^ (address[index] ?? 0)) & (masks[index] ?? 0)) === 0);
}
function octetsOfV4(text4) {
  const parts = text4.split(".");
  const isAddress = parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isAddress ? parts.map(Number) : void 0;
}
function octetsOfV6(text4) {
  const [head2 = "", tail, ...rest] = text4.split("::");
  if (rest.length > 0) {
    return void 0;
  }
  const left = groupsOf(head2);
  const right = tail === void 0 ? [] : groupsOf(tail);
  if (left === void 0 || right === void 0) {
    return void 0;
  }
  const missing = 8 - left.length - right.length;
  if (tail === void 0 ? missing !== 0 : missing < 1) {
    return void 0;
  }
  const groups = [...left, ...Array.from({ length: missing }, () => 0), ...right];
  return gather(groups, (group2) => [group2 >> 8, group2 & 255]);
}
function groupsOf(text4) {
  if (text4 === "") {
    return [];
  }
  const parts = text4.split(":");
  const last = octetsOfV4(parts.at(-1) ?? "");
  const words = last === void 0 ? parts : parts.slice(0, -1);
  if (!words.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) {
    return void 0;
  }
  const [a = 0, b = 0, c = 0, d = 0] = last ?? [];
  const mapped = last === void 0 ? [] : [a * 256 + b, c * 256 + d];
  return [...words.map((word) => Number.parseInt(word, 16)), ...mapped];
}

// shared/rules/checks/publicIp.ts
var publicIp = definePreparedCheck(
  "public-ip",
  { notPublic: z50.array(z50.string().regex(/^[0-9a-f.:]+\/\d{1,3}$/)).min(1) },
  ({ notPublic }) => {
    const networks = notPublic.map(networkOf);
    return (context) => worstOf(
      gather(
        servicesOf(context),
        ({ service, path: path5 }) => (service.access?.ipAddresses ?? []).map((address, index) => {
          const octets = octetsOf(address);
          const network = octets && networks.find((candidate) => isInNetwork(octets, candidate));
          const isPublic = octets !== void 0 && network === void 0;
          return (isPublic ? pass : fail)({
            evidence: [field(`${path5}.access.ipAddresses.${String(index)}`)],
            measured: network === void 0 ? address : `${address} \u2208 ${network.written}`
          });
        })
      )
    );
  }
);

// shared/rules/checks/remark.ts
import { z as z51 } from "zod";
var shape6 = {
  of: z51.enum(["entity", "services"]),
  minCharacters: z51.number().int().positive().default(1),
  /** Each group must be met by one of its words; a remark that lacks one is read by a person, wording varies. */
  statements: z51.array(wordsSchema.min(1)).default([])
};
var remark = defineCheck("remark", shape6, (context, params) => {
  if (params.of === "entity") {
    return judgeRemark(context.application.entity.remarks ?? "", "application.entity.remarks", params);
  }
  const written = textsAt(context, ["service-remarks"]);
  return worstOf(
    servicesOf(context).map(({ path: path5 }) => {
      const place = `${path5}.remarks`;
      return judgeRemark(written.find((text4) => text4.path === place)?.text ?? "", place, params);
    })
  );
});
function judgeRemark(text4, path5, { minCharacters, statements }) {
  const length = Array.from(text4).length;
  const ground = {
    evidence: [field(path5)],
    measured: String(length),
    expected: [`\u2265 ${String(minCharacters)}`, ...statements.map((words) => words.join(" / "))].join("; ")
  };
  if (length < minCharacters) {
    return fail(ground);
  }
  return (statements.every((words) => wordsIn(text4, words).length > 0) ? pass : unsure)(ground);
}

// shared/rules/checks/samePerson.ts
var samePerson = defineCheck("same-person", {}, (context) => {
  if (servicesOf(context).length === 0) {
    return notApplicable({ evidence: [] });
  }
  const { principal } = context.application.entity;
  return worstOf(
    personsOf(context, ["service-principals"]).map(
      ({ person, path: path5 }) => (isSamePerson(person, principal) ? pass : fail)({
        evidence: [field(`${path5}.name`)],
        measured: person.name,
        expected: principal.name
      })
    )
  );
});

// shared/rules/checks/serverProvince.ts
var serverProvince = defineCheck(
  "server-province",
  {},
  (context) => worstOf(
    servicesOf(context).map(({ service: { access }, path: path5 }) => {
      if (access === void 0) {
        return unsure({ evidence: [field(`${path5}.access`)] });
      }
      const evidence = [field(`${path5}.access.serverProvince`)];
      const province = provinceByCode(access.serverProvince);
      return province === void 0 ? fail({ evidence, measured: access.serverProvince }) : pass({ evidence, measured: province.nameZh });
    })
  )
);

// shared/rules/checks/serviceContent.ts
import { z as z52 } from "zod";
var shape7 = {
  /** Content types of which the applicant may choose, by their Chinese names; any when absent. */
  allowed: z52.array(z52.string()).optional(),
  allowedByProvince: z52.record(provinceCodeSchema, z52.array(z52.string())).optional(),
  forbidden: z52.array(z52.string()).default([]),
  /** Words that may not stand in the website's name either. */
  nameWords: wordsSchema.default([]),
  /** Types that need a remark on what the website shows. */
  remarkFor: z52.array(z52.string()).default([])
};
var serviceContent = defineCheck(
  "service-content",
  shape7,
  (context, params) => worstOf(
    websitesOf(context).map(
      (website) => judgeWebsite(website, params, params.allowedByProvince?.[context.province] ?? params.allowed)
    )
  )
);
function judgeWebsite({ service, path: path5 }, params, allowed) {
  const chosen = service.contentCategories;
  const wrong = chosen.filter(
    (category) => params.forbidden.includes(category) || allowed !== void 0 && !allowed.includes(category)
  );
  const words = wordsIn(service.name, params.nameWords);
  const expected = allowed?.join(" / ");
  if (wrong.length > 0 || words.length > 0) {
    return fail({
      evidence: [
        ...wrong.length > 0 ? [field(`${path5}.contentCategories`)] : [],
        ...words.length > 0 ? [field(`${path5}.name`)] : []
      ],
      measured: [...wrong, ...words].join(", "),
      expected
    });
  }
  const explain = chosen.some((category) => params.remarkFor.includes(category));
  if (explain && (service.remarks ?? "") === "") {
    return fail({ evidence: [field(`${path5}.remarks`)], measured: chosen.join(", "), expected });
  }
  return pass({ evidence: [field(`${path5}.contentCategories`)], measured: chosen.join(", "), expected });
}

// shared/rules/checks/serviceCount.ts
import { z as z53 } from "zod";
var serviceCount = defineCheck(
  "service-count",
  {
    counts: z53.enum(["services", "websites", "domains"]),
    individual: z53.number().int().positive().optional(),
    organization: z53.number().int().positive().optional(),
    /** The bound is on all that the entity has; what is on file already is not in the case. */
    includesFiled: z53.boolean().default(false)
  },
  (context, { counts, includesFiled, ...limits }) => {
    const limit = limits[context.application.entity.kind];
    const evidence = [field("application.services")];
    if (limit === void 0) {
      return notApplicable({ evidence });
    }
    const lists = {
      services: () => servicesOf(context),
      websites: () => websitesOf(context),
      domains: () => domainsOf(context)
    };
    const count = lists[counts]().length;
    const ground = { evidence, measured: String(count), expected: `\u2264 ${String(limit)}` };
    if (count > limit) {
      return fail(ground);
    }
    const complete = !includesFiled || context.application.filingType === "first-filing";
    return (complete ? pass : unsure)(ground);
  }
);

// shared/rules/checks/serviceName.ts
import { z as z54 } from "zod";

// shared/rules/checks/nameForms.ts
var NAME_FORMS = [
  "digits",
  "latin",
  "symbols",
  "has-latin",
  "domain",
  "applicant-name",
  "place-name"
];
var SHORT_PLACE_NAMES = PROVINCES.map(
  ({ nameZh }) => nameZh.replace(/(?:壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/u, "")
);
function hasForm(name, form, application) {
  const plain2 = name.normalize("NFKC").replace(/\s/gu, "");
  switch (form) {
    case "digits":
      return /^\p{Nd}+$/u.test(plain2);
    case "latin":
      return /^[\p{Script=Latin}\p{P}\p{S}\p{Nd}]*\p{Script=Latin}[\p{Script=Latin}\p{P}\p{S}\p{Nd}]*$/u.test(
        plain2
      );
    case "symbols":
      return /^[\p{P}\p{S}]+$/u.test(plain2);
    case "has-latin":
      return /\p{Script=Latin}/u.test(plain2);
    case "domain":
      return isDomain(plain2, application);
    case "applicant-name":
      return plain2.includes(application.entity.principal.name.normalize("NFKC").replace(/\s/gu, ""));
    case "place-name":
      return SHORT_PLACE_NAMES.some((place) => plain2.includes(place));
  }
}
function isDomain(plain2, application) {
  const bare = plain2.replace(/^https?:\/\//iu, "").replace(/\/.*$/u, "");
  if (/^www\./iu.test(bare)) {
    return true;
  }
  const own = "services" in application ? gather(application.services, ({ domains }) => domains) : [];
  if (own.some(({ name }) => name.toLowerCase() === bare.toLowerCase())) {
    return true;
  }
  const facts = /[.。]/u.test(bare) ? checkDomainName(bare) : void 0;
  return facts?.ok === true && (facts.suffixKnown || /[a-z0-9-]+\.[a-z]{2,}$/iu.test(bare));
}
function countChinese(text4) {
  return Array.from(text4).filter((character) => /\p{Script=Han}/u.test(character)).length;
}

// shared/rules/checks/serviceName.ts
var shape8 = {
  minChineseCharacters: z54.number().int().positive().optional(),
  minCharacters: z54.number().int().positive().optional(),
  maxCharacters: z54.number().int().positive().optional(),
  forbiddenForms: z54.array(z54.enum(NAME_FORMS)).default([]),
  /** `person-reads` where the rule forbids more than the machine can tell. */
  otherwise: z54.enum(["pass", "person-reads"]).default("pass")
};
var serviceName = defineCheck(
  "service-name",
  shape8,
  (context, params) => worstOf(websitesOf(context).map((website) => judgeName2(context.application, website, params)))
);
function judgeName2(application, { service, path: path5 }, params) {
  const { name } = service;
  const length = Array.from(name).length;
  const { minChineseCharacters = 0, minCharacters = 0, maxCharacters = Number.POSITIVE_INFINITY } = params;
  const forms = params.forbiddenForms.filter((form) => hasForm(name, form, application));
  const ground = {
    evidence: [field(`${path5}.name`)],
    measured: forms.length === 0 ? name : `${name} (${forms.join(", ")})`,
    expected: boundsOf(params)
  };
  const tooShort = countChinese(name) < minChineseCharacters || length < minCharacters;
  if (forms.length > 0 || tooShort || length > maxCharacters) {
    return fail(ground);
  }
  return (params.otherwise === "pass" ? pass : unsure)(ground);
}
function boundsOf(params) {
  const bounds = [
    ...params.minChineseCharacters === void 0 ? [] : [`\u2265 ${String(params.minChineseCharacters)} \u6C49\u5B57`],
    ...params.minCharacters === void 0 ? [] : [`\u2265 ${String(params.minCharacters)}`],
    ...params.maxCharacters === void 0 ? [] : [`\u2264 ${String(params.maxCharacters)}`]
  ];
  return bounds.length === 0 ? void 0 : bounds.join(", ");
}

// shared/rules/checks/serviceNumber.ts
var serviceNumber = defineCheck("service-number", {}, (context) => {
  const services = servicesOf(context);
  const numbers = services.map(({ service }) => tidy(service.access?.serviceNumber ?? ""));
  return worstOf(
    services.map(({ service: { access }, path: path5 }, index) => {
      const evidence = [field(`${path5}.access.serviceNumber`)];
      if (access === void 0) {
        return unsure({ evidence });
      }
      const unique = numbers.indexOf(numbers[index] ?? "") === index;
      return (unique ? pass : fail)({ evidence, measured: access.serviceNumber });
    })
  );
});

// shared/rules/checks/sharedContacts.ts
import { z as z55 } from "zod";
var sharedContacts = defineCheck(
  "shared-contacts",
  { fields: z55.array(z55.enum(["mobile", "email"])).min(1) },
  (context, { fields: fields2 }) => {
    const persons2 = distinctPersons(personsOf(context));
    const [first, ...others] = persons2;
    if (first === void 0 || others.length === 0) {
      const evidence = fields2.map((name) => field(`application.entity.principal.${name}`));
      return notApplicable({ evidence, measured: "1" });
    }
    return worstOf(
      gather(
        fields2,
        (name) => persons2.map(({ person, path: path5 }, index) => {
          const value = tidy(person[name]);
          const sharing = persons2.filter(
            (other, place) => place !== index && tidy(other.person[name]) === value
          );
          if (sharing.length === 0) {
            return pass({ evidence: [field(`${path5}.${name}`)], measured: String(persons2.length) });
          }
          return fail({ evidence: [field(`${path5}.${name}`)], measured: masked(person[name]) });
        })
      )
    );
  }
);

// shared/rules/checks/soleTrader.ts
import { z as z56 } from "zod";
var NO_TRADE_NAME = /[（(]个体工商户[)）]$|^无$|^\*+$/u;
var shape9 = {
  /**
   * What becomes of a sole trader without a trade name: files as an individual, gets one first, files under the
   * owner's name with （个体工商户） behind it, or under the owner's name alone. Absent: the rule does not say.
   */
  withoutTradeName: z56.enum(["individual", "obtain-first", "name-with-suffix", "owner-name"]).optional(),
  /** One of these words stands in the remark of whoever has no trade name. */
  remark: wordsSchema.default([]),
  /** The principal is the owner. */
  ownerOnly: z56.boolean().default(false),
  /** What only the papers, or a register, show: a person looks. */
  personLooksFor: z56.array(z56.enum(["seal", "fingerprint", "credit-system"])).default([])
};
var soleTrader = defineCheck("sole-trader", shape9, (context, params) => {
  const { nature } = context.application.entity;
  if (nature !== "sole-trader") {
    return notApplicable({ evidence: [field("application.entity.nature")], measured: nature });
  }
  const looks = params.personLooksFor.map(
    (what) => unsure({ evidence: [field("application.entity.certificate.number")], expected: what })
  );
  return worstOf([judgeName3(context, params), ...judgeOwner(context, params), ...looks]);
});
function judgeName3(context, { withoutTradeName, remark: remark2 }) {
  const { name, legalRepresentative: legalRepresentative2, remarks = "" } = context.application.entity;
  const ground = {
    evidence: [field("application.entity.name")],
    measured: name,
    expected: withoutTradeName
  };
  const owner = name.replace(NO_TRADE_NAME, "");
  const suffixed = owner !== name && owner !== "";
  const bare = owner === "" || legalRepresentative2 !== void 0 && sameName(owner, legalRepresentative2);
  if (!bare && !suffixed) {
    return pass(ground);
  }
  if (legalRepresentative2 === void 0 || withoutTradeName === void 0) {
    return unsure(ground);
  }
  const explained = remark2.length === 0 || wordsIn(remarks, remark2).length > 0;
  switch (withoutTradeName) {
    case "individual":
    case "obtain-first":
      return fail(ground);
    case "name-with-suffix":
      return (suffixed && sameName(owner, legalRepresentative2) ? pass : fail)(ground);
    case "owner-name":
      return explained ? pass(ground) : unsure({ ...ground, evidence: [field("application.entity.remarks")] });
  }
}
function judgeOwner(context, { ownerOnly }) {
  if (!ownerOnly) {
    return [];
  }
  const { principal, legalRepresentative: legalRepresentative2 } = context.application.entity;
  const isOwner = isLegalRepresentative(context, principal);
  const ground = {
    evidence: [field("application.entity.principal.name")],
    measured: principal.name,
    expected: legalRepresentative2
  };
  return [(isOwner === null ? unsure : isOwner ? pass : fail)(ground)];
}

// shared/rules/checks/subscriptionMonths.ts
import { z as z57 } from "zod";
var subscriptionMonths = defineCheck(
  "subscription-months",
  { min: z57.number().int().positive() },
  (context, { min }) => worstOf(
    servicesOf(context).map(({ service: { access }, path: path5 }) => {
      if (access === void 0) {
        return unsure({ evidence: [field(`${path5}.access`)], expected: `\u2265 ${String(min)}` });
      }
      if (access.subscriptionEndsAt < context.submittedOn) {
        return fail({
          evidence: [field(`${path5}.access.subscriptionEndsAt`)],
          measured: access.subscriptionEndsAt,
          expected: `\u2265 ${context.submittedOn}`
        });
      }
      return (access.subscriptionMonths >= min ? pass : fail)({
        evidence: [field(`${path5}.access.subscriptionMonths`)],
        measured: String(access.subscriptionMonths),
        expected: `\u2265 ${String(min)}`
      });
    })
  )
);

// shared/rules/checks/temporaryCard.ts
import { z as z58 } from "zod";
var temporaryCard = defineCheck(
  "temporary-card",
  {
    persons: z58.array(z58.enum(PERSON_ROLES)).min(1),
    /** For how many months a temporary card runs. */
    months: z58.number().int().positive()
  },
  (context, { persons: persons2, months }) => worstOf(
    distinctPersons(personsOf(context, persons2)).filter(({ person }) => person.certificate.type === "resident-id").map(({ person, path: path5 }) => {
      const { validFrom, validTo } = person.certificate;
      const evidence = [field(`${path5}.certificate.validTo`)];
      if (validTo === void 0) {
        return unsure({ evidence });
      }
      if (validTo === "long-term" || validTo > addMonths(context.submittedOn, months)) {
        return pass({ evidence, measured: validTo });
      }
      if (validFrom === void 0) {
        return unsure({ evidence, measured: validTo });
      }
      const longer = validTo > addMonths(validFrom, months);
      return (longer ? pass : fail)({
        evidence,
        measured: `${validFrom} \u2013 ${validTo}`,
        expected: `> ${addMonths(validFrom, months)}`
      });
    })
  )
);

// shared/rules/checks/triggerWords.ts
import { z as z59 } from "zod";
var triggerWords = defineCheck(
  "trigger-words",
  {
    in: z59.array(z59.enum(TEXT_PLACES)).min(1),
    words: wordsSchema.min(1),
    ignoring: wordsSchema.default([]),
    documents: z59.array(z59.enum(DOCUMENT_KINDS)).min(1),
    unseen: z59.enum(["business-scope"]).optional(),
    /** A remark may take the place of the paper; a person reads it. */
    orRemark: z59.boolean().default(false)
  },
  (context, params) => {
    const texts2 = textsAt(context, params.in);
    const hits = gather(
      texts2,
      ({ text: text4, path: path5 }) => wordsIn(text4, params.words, params.ignoring).map((word) => ({ word, path: path5 }))
    );
    if (hits.length === 0) {
      const ground2 = { evidence: texts2.map(({ path: path5 }) => field(path5)) };
      return params.unseen === void 0 ? pass(ground2) : unsure({ ...ground2, measured: params.unseen });
    }
    const papers = context.documents.filter(({ kind }) => params.documents.includes(kind));
    const ground = {
      evidence: [...new Set(hits.map(({ path: path5 }) => path5))].map(field),
      measured: [...new Set(hits.map(({ word }) => word))].join(", "),
      expected: params.documents.join(" / ")
    };
    const remarks = params.orRemark ? textsAt(context, ["entity-remarks", "service-remarks"]) : [];
    if (papers.length === 0 && remarks.length > 0) {
      return unsure({ ...ground, evidence: [...ground.evidence, ...remarks.map(({ path: path5 }) => field(path5))] });
    }
    if (papers.length === 0) {
      const missing = params.documents.map((kind) => ({
        kind: "missing-document",
        documentKind: kind
      }));
      return fail({ ...ground, evidence: [...ground.evidence, ...missing] });
    }
    const read = papers.map(({ id }) => ({ kind: "document", documentId: id }));
    return unsure({ ...ground, evidence: [...ground.evidence, ...read] });
  }
);

// shared/rules/checks/checks.ts
var CHECKS = [
  addressDetail,
  addressSymbols,
  age,
  appFeatures,
  appName,
  bracketWidth,
  certificateNumber,
  certificateType,
  certificateValidity,
  changePolicy,
  contactNumbers,
  creditCodeNature,
  distinctPictures,
  distinctServiceNames,
  documentPresent,
  domainAge,
  domainChange,
  domainLabels,
  domainName,
  domainRealName,
  domainRegistrant,
  domainRegistrar,
  domainsPerWebsite,
  domainSuffix,
  domainValidity,
  email,
  emergencyNumber,
  emptyShell,
  entityCertificateType,
  entityProvince,
  filingDocuments,
  filingPassword,
  forbiddenWords,
  foreignName,
  homepage,
  icpNumber,
  landline,
  legalRepresentative,
  lockedFields,
  mailingAddress,
  matchesRecord,
  mobile,
  nameEnding,
  nameRelation,
  nonMainlandPapers,
  oneServiceKind,
  onlineShopAddress,
  orderType,
  personConsistency,
  phoneCarrier,
  phoneRegion,
  photoLook,
  preApproval,
  publicIp,
  remark,
  samePerson,
  serverProvince,
  serviceContent,
  serviceCount,
  serviceName,
  serviceNumber,
  sharedContacts,
  soleTrader,
  subscriptionMonths,
  temporaryCard,
  triggerWords
];
var checkSchema = z60.discriminatedUnion(
  "name",
  // `map` forgets that the list is not empty and which schema stands where.
  CHECKS.map((check) => check.schema)
);
var CHECK_NAMES = CHECKS.map((check) => check.name);
var BY_NAME = new Map(CHECKS.map((check) => [check.name, check]));
function prepareCheck(check) {
  const found = BY_NAME.get(check.name);
  if (found === void 0) {
    throw new Error(`No check ${check.name}`);
  }
  return found.prepare(check);
}

// shared/rules/conditions.ts
import { z as z61 } from "zod";
var persons = z61.array(z61.enum(PERSON_ROLES)).min(1);
var conditionSchema = z61.discriminatedUnion("is", [
  z61.strictObject({ is: z61.literal("nature"), anyOf: z61.array(z61.enum(ENTITY_NATURES)).min(1) }),
  z61.strictObject({ is: z61.literal("nature-other-than"), anyOf: z61.array(z61.enum(ENTITY_NATURES)).min(1) }),
  z61.strictObject({ is: z61.literal("province"), anyOf: z61.array(provinceCodeSchema).min(1) }),
  z61.strictObject({ is: z61.literal("principal-other-than-legal-representative"), persons }),
  z61.strictObject({ is: z61.literal("principals-differ") }),
  z61.strictObject({
    is: z61.literal("person-certificate"),
    persons,
    anyOf: z61.array(z61.enum(CERTIFICATE_TYPES)).optional(),
    noneOf: z61.array(z61.enum(CERTIFICATE_TYPES)).optional()
  }),
  z61.strictObject({
    is: z61.literal("words"),
    in: z61.array(z61.enum(TEXT_PLACES)),
    anyOf: wordsSchema.min(1),
    ignoring: wordsSchema.default([])
  }),
  z61.strictObject({ is: z61.literal("content"), anyOf: z61.array(z61.string()).min(1) }),
  z61.strictObject({
    is: z61.literal("outside-province"),
    of: z61.enum(["entity", "entity-principal"]).default("entity")
  }),
  z61.strictObject({
    is: z61.literal("changed"),
    fields: z61.array(z61.string()).min(1),
    /** Filings of other types than a change are concerned in any case. */
    orOtherType: z61.boolean().default(false)
  }),
  z61.strictObject({
    is: z61.literal("more-than"),
    counts: z61.enum(["services", "domains", "addresses"]),
    individual: z61.number().int().min(0).optional(),
    organization: z61.number().int().min(0).optional(),
    /** The number counts what is on file already, which only a first filing is known not to have. */
    includesFiled: z61.boolean().default(false)
  }),
  z61.strictObject({ is: z61.literal("registrant-other-than"), anyOf: z61.array(registrantSchema) }),
  z61.strictObject({ is: z61.literal("pre-approval-declared") })
]);
function conditionState(condition, context) {
  const { application } = context;
  switch (condition.is) {
    case "nature":
    case "nature-other-than":
      return lookAtNature(condition, context);
    case "province":
      return { holds: condition.anyOf.includes(context.province), evidence: [], measured: context.province };
    case "principal-other-than-legal-representative":
    case "principals-differ":
    case "person-certificate":
      return lookAtPersons(condition, context);
    case "words":
      return lookForWords(condition, context);
    case "content": {
      const chosen = gather(servicesOf(context), ({ service }) => service.contentCategories);
      const holds = chosen.some((category) => condition.anyOf.includes(category));
      return { holds, evidence: [field("application.services")], measured: chosen.join(", ") };
    }
    case "outside-province": {
      const [holder, path5] = condition.of === "entity" ? [application.entity, "application.entity"] : [application.entity.principal, "application.entity.principal"];
      const { address = "" } = holder.certificate;
      const found = provinceOfAddress(address);
      const evidence = [field(`${path5}.certificate.address`)];
      return {
        holds: found === void 0 ? "unknown" : found !== context.province,
        evidence,
        measured: address
      };
    }
    case "changed": {
      const changed = changesOf(application, condition.fields).length > 0;
      const holds = changed || condition.orOtherType && application.filingType !== "change";
      return { holds, evidence: [field("application.changes")], expected: condition.fields.join(" / ") };
    }
    case "more-than":
      return lookAtCount(condition, context);
    case "registrant-other-than": {
      const domains = domainsOf(context);
      const holds = domains.some(({ domain }) => {
        const registrant = registrantOf2(application, domain);
        return registrant === void 0 || !condition.anyOf.includes(registrant);
      });
      const evidence = domains.map(({ path: path5 }) => field(`${path5}.registrantName`));
      return { holds, evidence, measured: domains.map(({ domain }) => domain.registrantName).join(", ") };
    }
    case "pre-approval-declared": {
      const declared = gather(servicesOf(context), ({ service }) => service.preApprovals);
      const uploaded = context.documents.some(({ kind }) => kind === "pre-approval");
      return {
        holds: declared.length > 0 || uploaded,
        evidence: [field("application.services")],
        measured: "0"
      };
    }
  }
}
function lookAtNature(condition, { application }) {
  const { nature } = application.entity;
  const among = condition.anyOf.includes(nature);
  return {
    holds: condition.is === "nature" ? among : !among,
    evidence: [field("application.entity.nature")],
    measured: nature
  };
}
function lookAtPersons(condition, context) {
  const { application } = context;
  switch (condition.is) {
    case "principal-other-than-legal-representative": {
      const asked = personsOf(context, condition.persons);
      return {
        // Unknown counts as another person: the line is then looked at rather than skipped.
        holds: asked.some(({ person }) => isLegalRepresentative(context, person) !== true),
        evidence: asked.map(({ path: path5 }) => field(`${path5}.name`)),
        measured: application.entity.legalRepresentative
      };
    }
    case "principals-differ": {
      const { principal } = application.entity;
      const others = personsOf(context, ["service-principals"]);
      return {
        holds: others.some(({ person }) => !isSamePerson(person, principal)),
        evidence: others.map(({ path: path5 }) => field(`${path5}.name`)),
        measured: principal.name
      };
    }
    case "person-certificate": {
      const { anyOf, noneOf } = condition;
      const asked = personsOf(context, condition.persons);
      const types = asked.map(({ person }) => person.certificate.type);
      const concerns = (type) => (anyOf === void 0 || anyOf.includes(type)) && noneOf?.includes(type) !== true;
      return {
        holds: types.some(concerns),
        evidence: asked.map(({ path: path5 }) => field(`${path5}.certificate.type`)),
        measured: [...new Set(types)].join(", ")
      };
    }
  }
}
function lookForWords(condition, context) {
  const texts2 = textsAt(context, condition.in);
  return {
    holds: texts2.some(({ text: text4 }) => wordsIn(text4, condition.anyOf, condition.ignoring).length > 0),
    evidence: texts2.map(({ path: path5 }) => field(path5)),
    measured: texts2.map(({ text: text4 }) => text4).join(", ")
  };
}
function lookAtCount(condition, context) {
  const { entity, filingType } = context.application;
  const addresses = servicesOf(context).map(({ service }) => service.access?.ipAddresses.length ?? 0);
  const counts = {
    services: servicesOf(context).length,
    domains: domainsOf(context).length,
    addresses: Math.max(0, ...addresses)
  };
  const count = counts[condition.counts];
  const bound = condition[entity.kind];
  const unknown = condition.includesFiled && filingType !== "first-filing";
  return {
    holds: bound !== void 0 && (count > bound || unknown && "unknown"),
    evidence: [field("application.services")],
    measured: String(count),
    expected: bound === void 0 ? void 0 : `> ${String(bound)}`
  };
}

// shared/rules/prepareJudgement.ts
function prepareJudgement(rule) {
  const conditions = rule.when ?? [];
  const check = rule.check === void 0 ? null : prepareCheck(rule.check);
  if (conditions.length === 0) {
    return check;
  }
  return (context) => {
    const states = conditions.map((condition) => conditionState(condition, context));
    const unmet = states.find(({ holds }) => holds === false);
    if (unmet !== void 0) {
      return notApplicable(unmet);
    }
    const verdict = check === null ? null : check(context);
    const open = states.some(({ holds }) => holds === "unknown");
    return open && verdict?.verdict === "fail" ? { ...verdict, verdict: "unsure" } : verdict;
  };
}

// shared/rules/judgedCase.ts
function roundUnderReview(judgedCase) {
  const round2 = judgedCase.rounds.at(-1);
  if (round2 === void 0) {
    throw new Error("A case has at least one round");
  }
  return round2;
}

// shared/rules/rulesInForce.ts
function subjectOf(province, application) {
  return {
    province,
    filingType: application.filingType,
    entityKind: application.entity.kind,
    serviceKinds: "services" in application ? application.services.map(({ kind }) => kind) : []
  };
}
function selectRules(lists, subject) {
  const fits = (rule) => isInForce(rule, subject.on) && appliesTo(rule, subject);
  const general = lists.general.filter(fits);
  const provincial = (lists.byProvince[subject.province] ?? []).filter(fits);
  const ids = new Set([...general, ...provincial].map((rule) => rule.id));
  const stands = (rule) => rule.supersededBy === void 0 || !ids.has(rule.supersededBy);
  const own = provincial.filter(stands);
  return [...general.filter((rule) => stands(rule) && !own.some((other) => pushesOut(other, rule))), ...own];
}
function isInForce(rule, on) {
  const begun = rule.effectiveFrom === null || rule.effectiveFrom <= on;
  const lasts = rule.effectiveTo === null || on <= rule.effectiveTo;
  return begun && lasts;
}
function appliesTo({ appliesTo: { entity, filingTypes, service } }, subject) {
  return filingTypes.includes(subject.filingType) && (entity === "both" || entity === subject.entityKind) && (service === "both" || subject.serviceKinds.includes(service));
}
function pushesOut(provincial, general) {
  return general.yieldsToProvince === true && general.topic !== void 0 && provincial.topic === general.topic && (provincial.cautions.length === 0 || general.cautions.length > 0);
}

// shared/rules/checklistPlan.ts
function createChecklistPlanner(rules2) {
  const turningDays = turningDaysOf([...rules2.general, ...Object.values(rules2.byProvince).flat()]);
  const plans = /* @__PURE__ */ new Map();
  return (subject) => {
    const { province, filingType, entityKind, serviceKinds, on, gating } = subject;
    const period = turningDays.findLastIndex((day) => day <= on);
    const kinds = [...new Set(serviceKinds)].toSorted();
    const key = [province, filingType, entityKind, kinds.join("+"), String(period), gating.join("+")].join(
      "/"
    );
    const known = plans.get(key);
    if (known !== void 0) {
      return known;
    }
    const plan = makePlan(selectRules(rules2, subject), subject);
    plans.set(key, plan);
    return plan;
  };
}
function turningDaysOf(rules2) {
  const days = rules2.flatMap(({ effectiveFrom, effectiveTo }) => [
    ...effectiveFrom === null ? [] : [effectiveFrom],
    ...effectiveTo === null ? [] : [addDays(effectiveTo, 1)]
  ]);
  return [...new Set(days)].toSorted();
}
function makePlan(rules2, subject) {
  const appsOnly = subject.serviceKinds.length > 0 && subject.serviceKinds.every((kind) => kind === "app");
  const drafts = rules2.map((rule) => {
    const cautions = cautionsOf(rule, appsOnly);
    const severe = rule.severity === "reject" || rule.severity === "return";
    return { rule, cautions, sure: severe && cautions.length === 0 && subject.gating.includes(rule.stage) };
  });
  const answering = new Set(
    drafts.flatMap(({ rule, sure }) => sure && rule.judgedWith === void 0 ? [rule.topic] : [])
  );
  const lines2 = drafts.map(({ rule, cautions, sure }) => {
    const answered = rule.judgedWith !== void 0 && answering.has(rule.judgedWith);
    return {
      rule,
      line: toLine(rule, cautions),
      blocks: sure ? answered ? "when-broken" : "always" : "never",
      judge: prepareJudgement(rule)
    };
  });
  return CHECKLIST_GROUPS.flatMap((group2) => lines2.filter(({ line: line2 }) => line2.group === group2));
}
function cautionsOf(rule, appsOnly) {
  const assumed = rule.confidence === "inferred" || rule.appScopeInferred === true && appsOnly;
  return assumed && !rule.cautions.includes("inferred") ? ["inferred", ...rule.cautions] : rule.cautions;
}
function toLine(rule, cautions) {
  const { key, name, url, date, reliability } = rule.source;
  return {
    id: rule.id,
    group: rule.group,
    stage: rule.stage,
    title: rule.title,
    requirement: rule.requirement,
    severity: rule.severity,
    cautions,
    confidence: rule.confidence,
    source: { key, name, url, date, reliability },
    effectiveFrom: rule.effectiveFrom,
    effectiveTo: rule.effectiveTo,
    ...rule.effectiveToBasis === void 0 ? {} : { effectiveToBasis: rule.effectiveToBasis },
    facts: rule.facts,
    corroboratedBy: [...rule.corroboratedBy],
    conflictsWith: [...rule.conflictsWith],
    concern: concernOf(rule),
    ...rule.sampled === void 0 ? {} : { sampled: rule.sampled },
    reasonIds: rule.reasonIds
  };
}

// shared/rules/resolveRule.ts
function resolveRule(entry, file, references, problems) {
  const tell = (field2, message) => problems.push({ file, ruleId: entry.id, field: field2, message });
  const { source: reference, corroboratedBy = [], conflictsWith = [], ...rule } = entry;
  const named = corroboratedBy.flatMap(
    (key, index) => sourceOf(key, `corroboratedBy.${String(index)}`, references, tell) ?? []
  );
  const conflicts = conflictsWith.flatMap((conflict, index) => {
    const field2 = `conflictsWith.${String(index)}`;
    const name = "source" in conflict ? sourceName(sourceOf(conflict.source, `${field2}.source`, references, tell)) : titleOf(conflict.rule, `${field2}.rule`, references, tell);
    return name === void 0 ? [] : [{ name, says: conflict.says }];
  });
  const source = sourceOf(reference.key, "source.key", references, tell);
  if (rule.derivedFrom !== void 0) {
    titleOf(rule.derivedFrom, "derivedFrom", references, tell);
  }
  if (source === void 0) {
    return void 0;
  }
  return { ...rule, source: { ...source, ...reference }, corroboratedBy: named, conflictsWith: conflicts };
}
function sourceOf(key, field2, { sources }, tell) {
  const source = sources.get(key);
  if (source === void 0) {
    tell(field2, `no source ${key}`);
  }
  return source;
}
function sourceName(source) {
  return source === void 0 ? void 0 : { zh: source.name, en: source.name };
}
function titleOf(id, field2, { titles }, tell) {
  const title = titles.get(id);
  if (title === void 0) {
    tell(field2, `no rule ${id}`);
  }
  return title;
}

// shared/rules/rule.ts
import { z as z62 } from "zod";
var RULE_KINDS = [
  "address",
  "document",
  "domain",
  "limit",
  "naming",
  "other",
  "person",
  "phone",
  "restriction",
  "verification"
];
var ruleIdSchema = z62.string().regex(/^(national|desk|[1-6]\d0000):[a-z0-9]+(-[a-z0-9]+)*$/);
var nonEmptyText = localizedSchema.extend({ zh: z62.string().min(1), en: z62.string().min(1) });
var ruleEntrySchema = z62.strictObject({
  id: ruleIdSchema,
  kind: z62.enum(RULE_KINDS),
  group: z62.enum(CHECKLIST_GROUPS),
  stage: z62.enum(RULE_STAGES),
  /** Rules of one topic say something about the same thing. */
  topic: z62.string().optional(),
  /** A division's rule of the same topic takes the place of this one. */
  yieldsToProvince: z62.boolean().optional(),
  /** Topic whose blocking line answers for this one as well: one look, not two. */
  judgedWith: z62.string().optional(),
  title: nonEmptyText,
  requirement: nonEmptyText,
  /** Present where no Chinese wording of the requirement exists, so that the title stands in for it. */
  requirementZhFrom: z62.literal("title").optional(),
  appliesTo: z62.strictObject({
    entity: z62.enum(["individual", "organization", "both"]),
    filingTypes: z62.array(z62.enum(FILING_TYPES)).min(1),
    service: z62.enum(["website", "app", "both"])
  }),
  severity: z62.enum(SEVERITIES),
  effectiveFrom: dateSchema.nullable(),
  effectiveTo: dateSchema.nullable(),
  confidence: z62.enum(["guide", "published", "inferred"]),
  source: z62.strictObject({
    key: z62.string(),
    path: z62.string().optional(),
    checked: z62.enum(["re-read", "from-notes"])
  }),
  cautions: z62.array(z62.enum(CAUTIONS)),
  /** What the rule says, for people; `check` and `when` are what the machine reads. */
  facts: z62.array(ruleFactSchema),
  /** Keys of further sources that say the same. */
  corroboratedBy: z62.array(z62.string()).optional(),
  conflictsWith: z62.array(
    z62.union([
      z62.strictObject({ source: z62.string(), says: nonEmptyText.optional() }),
      z62.strictObject({ rule: ruleIdSchema, says: nonEmptyText.optional() })
    ])
  ).optional(),
  /** Why the last day is taken to be that one: few ends are published. */
  effectiveToBasis: nonEmptyText.optional(),
  /** The rule from which this one was concluded. */
  derivedFrom: ruleIdSchema.optional(),
  /** Practice of a single provider, not asked for by an administration. */
  providerSpecific: z62.literal(true).optional(),
  /** The rule that took its place. */
  supersededBy: ruleIdSchema.optional(),
  /** The source is older than App filing (2023): for Apps the rule is an assumption. */
  appScopeInferred: z62.boolean().optional(),
  /** All must hold, or the line does not apply to the case. */
  when: z62.array(conditionSchema).optional(),
  check: checkSchema.optional(),
  /** The SMS verification it asks for: real hours from the message on, and where a failure leads. */
  sms: z62.strictObject({ hours: z62.number().int().min(1).max(720), onFailure: z62.enum(["return", "reject"]) }).optional(),
  /** The ministry looks at it in its samples; such lines stand first. */
  sampled: z62.enum(SAMPLED_PARTS).optional(),
  reasonIds: z62.array(z62.string())
});
var packManifestSchema = z62.strictObject({
  /** Name of the pack and of its folder, `2026-11-21`. */
  version: z62.string().regex(/^\d{4}-\d{2}-\d{2}(-\d+)?$/),
  /** First day on which filings are judged by it. */
  effectiveFrom: dateSchema,
  title: localizedSchema,
  /** Number of rules in each file without `.json`; a file that lost or gained some is refused. */
  counts: z62.record(z62.string().regex(/^(national|desk|[1-6]\d0000)$/), z62.number().int())
});
var packSourcesSchema = z62.strictObject({ sources: z62.array(ruleSourceSchema) });
var ruleFileSchema = z62.strictObject({ rules: z62.array(z62.unknown()) });

// shared/rules/rulePack.ts
function parseRulePack(files) {
  const problems = [];
  const manifest = parseFile("pack.json", files, packManifestSchema, problems);
  const table = parseFile("sources.json", files, packSourcesSchema, problems);
  if (manifest === void 0 || table === void 0) {
    return refusal(problems);
  }
  const entries = new Map(
    Object.entries(manifest.counts).map(([name, count]) => [name, parseRules(name, count, files, problems)])
  );
  const references = {
    sources: new Map(table.sources.map((source) => [source.key, source])),
    titles: new Map([...entries.values()].flat().map(({ id, title: title2 }) => [id, title2]))
  };
  const lists = new Map(
    [...entries].map(([name, list2]) => [
      name,
      list2.flatMap((entry) => resolveRule(entry, `${name}.json`, references, problems) ?? [])
    ])
  );
  for (const file of Object.keys(files)) {
    if (file !== "pack.json" && file !== "sources.json" && !lists.has(file.replace(/\.json$/, ""))) {
      problems.push({ file, ruleId: null, field: "", message: "is not counted in pack.json" });
    }
  }
  checkReferences(lists, problems);
  if (problems.length > 0) {
    return refusal(problems);
  }
  const byProvince = Object.fromEntries([...lists].filter(([name]) => name !== "national" && name !== "desk"));
  const { version, effectiveFrom, title } = manifest;
  const general = [...lists.get("desk") ?? [], ...lists.get("national") ?? []];
  const planChecklist = createChecklistPlanner({ general, byProvince });
  return success({ version, effectiveFrom, title, general, byProvince, planChecklist });
}
var DAY_LENGTH = "2026-11-21".length;
function parseFile(file, files, schema, problems) {
  if (!Object.hasOwn(files, file)) {
    problems.push({ file, ruleId: null, field: "", message: "is missing" });
    return void 0;
  }
  const parsed = schema.safeParse(files[file]);
  if (!parsed.success) {
    problems.push(...issuesOf(parsed.error, file, null));
    return void 0;
  }
  return parsed.data;
}
function parseRules(name, count, files, problems) {
  const file = `${name}.json`;
  const entries = parseFile(file, files, ruleFileSchema, problems)?.rules ?? [];
  if (entries.length !== count && Object.hasOwn(files, file)) {
    const message = `has ${String(entries.length)} rules, pack.json counts ${String(count)}`;
    problems.push({ file, ruleId: null, field: "rules", message });
  }
  return entries.flatMap((entry) => parseRule(entry, name, problems) ?? []);
}
function parseRule(entry, name, problems) {
  const file = `${name}.json`;
  const parsed = ruleEntrySchema.safeParse(entry);
  if (!parsed.success) {
    problems.push(...issuesOf(parsed.error, file, idOf(entry)));
    return void 0;
  }
  const { id } = parsed.data;
  if (!id.startsWith(`${name}:`)) {
    problems.push({ file, ruleId: id, field: "id", message: `does not belong into ${file}` });
  }
  return parsed.data;
}
function idOf(entry) {
  return typeof entry === "object" && entry !== null && "id" in entry && typeof entry.id === "string" ? entry.id : null;
}
function issuesOf(error, file, ruleId) {
  return error.issues.map((issue) => ({ file, ruleId, field: issue.path.join("."), message: issue.message }));
}
function checkReferences(lists, problems) {
  const rules2 = [...lists].flatMap(([name, list2]) => list2.map((rule) => ({ file: `${name}.json`, rule })));
  const ids = /* @__PURE__ */ new Set();
  const topics = new Set(rules2.map(({ rule }) => rule.topic));
  for (const { file, rule } of rules2) {
    if (ids.has(rule.id)) {
      problems.push({ file, ruleId: rule.id, field: "id", message: "stands there twice" });
    }
    ids.add(rule.id);
    if (rule.judgedWith !== void 0 && !topics.has(rule.judgedWith)) {
      problems.push({ file, ruleId: rule.id, field: "judgedWith", message: `no topic ${rule.judgedWith}` });
    }
  }
  for (const { file, rule } of rules2) {
    if (rule.supersededBy !== void 0 && !ids.has(rule.supersededBy)) {
      const message = `no rule ${rule.supersededBy}`;
      problems.push({ file, ruleId: rule.id, field: "supersededBy", message });
    }
  }
}

// shared/rules/openRulePack.ts
var DEEPEST = 32;
function openRulePackTexts(texts2, keys, crypto) {
  const files = parsePackTexts(texts2);
  return files.ok ? openRulePack(files.value, keys, crypto) : files;
}
function openRulePack(files, keys, crypto) {
  const signed = checkPackSignature(files, keys, crypto);
  if (!signed.ok) {
    return signed;
  }
  const { [SIGNATURE_FILE]: _signature, ...content } = files;
  const pack2 = parseRulePack(content);
  return pack2.ok ? success({ pack: pack2.value, ...signed.value }) : pack2;
}
function parsePackTexts(texts2) {
  const problems = [];
  const files = Object.entries(texts2).map(([file, text4]) => {
    try {
      const content = JSON.parse(text4);
      if (depthOf(content) > DEEPEST) {
        problems.push({ file, ruleId: null, field: "", message: `is nested deeper than ${String(DEEPEST)}` });
      }
      return [file, content];
    } catch {
      problems.push({ file, ruleId: null, field: "", message: "is no JSON" });
      return [file, null];
    }
  });
  return problems.length > 0 ? refusal(problems) : success(Object.fromEntries(files));
}
function depthOf(value) {
  let level = [value];
  let depth = 0;
  while (level.length > 0 && depth <= DEEPEST) {
    level = level.flatMap(
      (member) => typeof member === "object" && member !== null ? Object.values(member) : []
    );
    depth += 1;
  }
  return depth;
}
function describePackProblem({ file, ruleId, field: field2, message }) {
  return [file, ruleId, field2, message].filter((part) => part !== null && part !== "").join(" ");
}

// shared/rules/openPackFolder.ts
var TRUSTED_KEYS_FILE = "trusted-keys.json";
function openPackFolder({ keys, packs }, crypto) {
  const trusted = keys === null ? [] : readTrustedKeys(keys);
  const opened = [];
  const refused = [];
  for (const name of Object.keys(packs).sort()) {
    const signed = openRulePackTexts(packs[name] ?? {}, trusted, crypto);
    if (!signed.ok) {
      refused.push({ name, problems: signed.error });
    } else if (signed.value.pack.version !== name) {
      const message = `does not fit the folder ${name}`;
      refused.push({ name, problems: [{ file: "pack.json", ruleId: null, field: "version", message }] });
    } else {
      opened.push(signed.value);
    }
  }
  return { packs: opened, refused, keys: trusted };
}
function readTrustedKeys(text4) {
  const read = parsePackTexts({ [TRUSTED_KEYS_FILE]: text4 });
  const parsed = trustedKeysSchema.safeParse(read.ok ? read.value[TRUSTED_KEYS_FILE] : null);
  return parsed.success ? parsed.data.keys : [];
}

// electron/common/crypto/packCrypto.ts
import { createHash, createPublicKey, verify } from "node:crypto";
var packCrypto = {
  sha256: (text4) => createHash("sha256").update(text4).digest("hex"),
  verifyEd25519(publicKey, message, signature) {
    try {
      const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
      return verify(null, Buffer.from(message), key, Buffer.from(signature, "base64url"));
    } catch {
      return false;
    }
  }
};

// electron/common/resources/readPackTexts.ts
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
async function readPackTexts(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const texts2 = names.map(async (name) => [name, await readFile(path.join(folder, name), "utf8")]);
  return Object.fromEntries(await Promise.all(texts2));
}

// electron/common/resources/loadRulePacks.ts
async function loadRulePacks(folder) {
  const entries = await readdir2(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const hasKeys = entries.some((entry) => entry.isFile() && entry.name === TRUSTED_KEYS_FILE);
  const packs = folders.map(async (name) => [name, await readPackTexts(path2.join(folder, name))]);
  return openPackFolder(
    {
      keys: hasKeys ? await readFile2(path2.join(folder, TRUSTED_KEYS_FILE), "utf8") : null,
      packs: Object.fromEntries(await Promise.all(packs))
    },
    packCrypto
  );
}

// tests/helpers/shippedRulePack.ts
var SHIPPED = path3.join(import.meta.dirname, "../../resources/rulepacks");
async function readShippedRulePacks() {
  const { packs, refused } = await loadRulePacks(SHIPPED);
  if (refused.length > 0 || packs.length === 0) {
    throw new Error(
      `${describeRefused(refused)}
After a change of a shipped pack run: npm run rulepack -- sign`
    );
  }
  return packs;
}
async function readShippedRulePack() {
  const newest = (await readShippedRulePacks()).at(-1);
  if (newest === void 0) {
    throw new Error("There is no shipped rule pack");
  }
  return newest.pack;
}
function describeRefused(refused) {
  return refused.flatMap(({ name, problems }) => problems.map((problem2) => `${name}: ${describePackProblem(problem2)}`)).join("\n");
}

// tests/specimens/bundleFiles.ts
import { zipSync } from "fflate";
var ARCHIVE_TIME = new Date(2026, 0, 1);

// tests/specimens/defects/catalogue.ts
var DEFECTS = {
  "expired-id": { stage: "truth", zh: "\u8D1F\u8D23\u4EBA\u8EAB\u4EFD\u8BC1\u5DF2\u8FC7\u671F" },
  underage: { stage: "truth", zh: "\u8D1F\u8D23\u4EBA\u672A\u6EE1\u5341\u516B\u5468\u5C81" },
  "mailing-other-province": { stage: "truth", zh: "\u901A\u4FE1\u5730\u5740\u4E0E\u8BC1\u4EF6\u4F4F\u6240\u4E0D\u5728\u540C\u4E00\u7701" },
  "shared-phone": { stage: "truth", zh: "\u4E24\u4F4D\u8D1F\u8D23\u4EBA\u624B\u673A\u53F7\u76F8\u540C", organisation: true, hosted: true },
  "phone-used-elsewhere": { stage: "truth", zh: "\u624B\u673A\u53F7\u5DF2\u7528\u4E8E\u5176\u4ED6\u4E3B\u4F53\u7684\u8BA2\u5355" },
  "short-subscription": { stage: "truth", zh: "\u4E91\u670D\u52A1\u8D2D\u4E70\u65F6\u957F\u4EC5\u4E00\u4E2A\u6708", hosted: true },
  "service-number-used": { stage: "truth", zh: "\u5907\u6848\u670D\u52A1\u53F7\u5DF2\u7528\u4E8E\u5176\u4ED6\u8BA2\u5355", hosted: true },
  "domain-expiring": { stage: "truth", zh: "\u57DF\u540D\u5373\u5C06\u5230\u671F", hosted: true },
  "domain-not-verified": { stage: "truth", zh: "\u57DF\u540D\u672A\u5B9E\u540D\u8BA4\u8BC1", hosted: true },
  "registrant-differs": { stage: "truth", zh: "\u57DF\u540D\u6301\u6709\u8005\u4E0E\u4E3B\u4F53\u4E0D\u4E00\u81F4", hosted: true },
  "forbidden-service-name": { stage: "truth", zh: "\u7F51\u7AD9\u540D\u79F0\u542B\u7981\u7528\u5B57\u6837", hosted: true },
  "record-differs": {
    stage: "truth",
    zh: "\u4E3B\u4F53\u540D\u79F0\u4E0E\u8D1F\u8D23\u4EBA\u624B\u673A\u53F7\u4E0E\u5DF2\u6709\u5907\u6848\u4E0D\u4E00\u81F4",
    filingType: "add-provider",
    undealt: true
  },
  "name-mismatch": { stage: "form", zh: "\u586B\u62A5\u7684\u4E3B\u4F53\u540D\u79F0\u4E0E\u8BC1\u4EF6\u4E0D\u4E00\u81F4" },
  "invalid-id-number": { stage: "form", zh: "\u586B\u62A5\u7684\u8EAB\u4EFD\u8BC1\u53F7\u6821\u9A8C\u4F4D\u9519\u8BEF" },
  "invalid-credit-code": { stage: "form", zh: "\u586B\u62A5\u7684\u7EDF\u4E00\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801\u6821\u9A8C\u4F4D\u9519\u8BEF", organisation: true },
  "missing-document": { stage: "papers", zh: "\u7F3A\u5C11\u6750\u6599" },
  "emblem-twice": { stage: "papers", zh: "\u4EBA\u50CF\u9762\u4F4D\u7F6E\u4E0A\u4F20\u4E86\u56FD\u5FBD\u9762" },
  "other-person-card": { stage: "papers", zh: "\u8EAB\u4EFD\u8BC1\u56FE\u7247\u4E3A\u4ED6\u4EBA\u8BC1\u4EF6" },
  "other-person-photo": { stage: "papers", zh: "\u5E55\u5E03\u7167\u7247\u975E\u672C\u4EBA", hosted: true, photo: true },
  "red-clothing": { stage: "papers", zh: "\u5E55\u5E03\u7167\u7247\u7740\u7EA2\u8272\u670D\u88C5", hosted: true, photo: true },
  "blue-clothing": { stage: "papers", zh: "\u5E55\u5E03\u7167\u7247\u7740\u84DD\u8272\u670D\u88C5", hosted: true, photo: true },
  "missing-seal": { stage: "papers", zh: "\u672A\u52A0\u76D6\u516C\u7AE0", hosted: true, organisation: true },
  "missing-signature": { stage: "papers", zh: "\u672A\u7B7E\u5B57", hosted: true },
  blurred: { stage: "picture", zh: "\u56FE\u7247\u6A21\u7CCA" },
  "too-dark": { stage: "picture", zh: "\u56FE\u7247\u8FC7\u6697" },
  glare: { stage: "picture", zh: "\u56FE\u7247\u53CD\u5149" },
  "grey-copy": { stage: "picture", zh: "\u9ED1\u767D\u590D\u5370\u4EF6" },
  "cropped-edge": { stage: "picture", zh: "\u8FB9\u89D2\u4E0D\u5B8C\u6574" },
  "screen-reshoot": { stage: "picture", zh: "\u9694\u5C4F\u7FFB\u62CD" }
};
var DEFECT_NAMES = Object.keys(DEFECTS);
function labelDefect(defect, place) {
  const { stage, zh } = DEFECTS[defect];
  return { defect, stage, zh, ...place };
}
var CHECKED_PAPERS = ["resident-id", "hkmt-residence-permit"];
function defectFits(defect, { filingType, nature, paper }) {
  const row = DEFECTS[defect];
  const hosted = HOSTED_FILING_TYPES.includes(filingType);
  const needsNumber = defect === "invalid-id-number" || defect === "emblem-twice" || defect === "underage";
  return (row.hosted !== true || hosted) && (row.filingType === void 0 || row.filingType === filingType) && (row.organisation !== true || nature !== "individual") && (!needsNumber || CHECKED_PAPERS.includes(paper)) && // Claims bring papers from before the unified code.
  (defect !== "invalid-credit-code" || filingType !== "claim");
}
function isPhotoDefect(defect) {
  return "photo" in DEFECTS[defect];
}

// tests/specimens/defects/formDefects.ts
function spoilForm(application, defects, random) {
  const labels = [];
  let { entity } = application;
  if (defects.has("name-mismatch")) {
    entity = { ...entity, name: misspellName(entity.name, random) };
    labels.push(labelDefect("name-mismatch", { field: "entity.name" }));
  }
  if (defects.has("invalid-id-number")) {
    const certificate = withWrongCheck(entity.principal.certificate, random);
    entity = { ...entity, principal: { ...entity.principal, certificate } };
    if (entity.kind === "individual") {
      entity = { ...entity, certificate };
    }
    labels.push(labelDefect("invalid-id-number", { field: "entity.principal.certificate.number" }));
  }
  if (defects.has("invalid-credit-code")) {
    entity = { ...entity, certificate: withWrongCheck(entity.certificate, random) };
    labels.push(labelDefect("invalid-credit-code", { field: "entity.certificate.number" }));
  }
  return { application: { ...application, entity }, labels };
}
var LOOKALIKES = {
  \u79BE: "\u548C",
  \u5E06: "\u51E1",
  \u6CB3: "\u548C",
  \u5CB8: "\u5B89",
  \u5C71: "\u6749",
  \u5DDD: "\u7A7F",
  \u91CC: "\u7406",
  \u68E0: "\u5802",
  \u6E7E: "\u5F2F",
  \u6728: "\u6C90",
  \u5149: "\u5E7F",
  \u6E56: "\u80E1",
  \u6811: "\u672F",
  \u679D: "\u4E4B",
  \u96E8: "\u7FBD",
  \u8292: "\u5FD9",
  \u6865: "\u4E54",
  \u4E0A: "\u5C1A",
  \u96EA: "\u5B66",
  \u66F2: "\u6E20",
  \u9E23: "\u660E",
  \u767D: "\u767E",
  \u679C: "\u56FD",
  \u592E: "\u9633"
};
function misspellName(name, random) {
  const characters = Array.from(name);
  if (characters.length <= 4) {
    return [
      ...characters.slice(0, -1),
      random.pick(["\u5CF0", "\u4E3D", "\u6770", "\u7EA2"].filter((other) => other !== characters.at(-1)))
    ].join("");
  }
  const index = characters.findIndex((character) => character in LOOKALIKES);
  const at = index === -1 ? 2 : index;
  return characters.map((character, place) => place === at ? LOOKALIKES[character] ?? "\u65B0" : character).join("");
}
function withWrongCheck(certificate, random) {
  const { number } = certificate;
  const last = number.slice(-1);
  return {
    ...certificate,
    number: `${number.slice(0, -1)}${random.pick(Array.from("0123456789").filter((digit) => digit !== last))}`
  };
}

// tests/specimens/dates.ts
function addYears(date, years) {
  const year = String(Number(date.slice(0, 4)) + years);
  const day = date.slice(5) === "02-29" ? "02-28" : date.slice(5);
  return `${year}-${day}`;
}
function ageOn2(birthDate, date) {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
function chineseDate(date) {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}\u5E74${month}\u6708${day}\u65E5`;
}
function dottedDate(date) {
  return date.replaceAll("-", ".");
}

// tests/specimens/people/places.ts
var ROWS = [
  "110000|110100 \u5317\u4EAC\u5E02 010 \u6D77\u6DC0\u533A \u671D\u9633\u533A \u4E30\u53F0\u533A",
  "120000|120100 \u5929\u6D25\u5E02 022 \u5357\u5F00\u533A \u6CB3\u897F\u533A \u897F\u9752\u533A",
  "130000|130100 \u77F3\u5BB6\u5E84\u5E02 0311 \u957F\u5B89\u533A \u88D5\u534E\u533A|130200 \u5510\u5C71\u5E02 0315 \u8DEF\u5317\u533A \u4E30\u6DA6\u533A",
  "140000|140100 \u592A\u539F\u5E02 0351 \u5C0F\u5E97\u533A \u8FCE\u6CFD\u533A \u4E07\u67CF\u6797\u533A",
  "150000|150100 \u547C\u548C\u6D69\u7279\u5E02 0471 \u65B0\u57CE\u533A \u8D5B\u7F55\u533A",
  "210000|210100 \u6C88\u9633\u5E02 024 \u548C\u5E73\u533A \u6D51\u5357\u533A|210200 \u5927\u8FDE\u5E02 0411 \u4E2D\u5C71\u533A \u7518\u4E95\u5B50\u533A",
  "220000|220100 \u957F\u6625\u5E02 0431 \u671D\u9633\u533A \u5357\u5173\u533A \u51C0\u6708\u533A",
  "230000|230100 \u54C8\u5C14\u6EE8\u5E02 0451 \u5357\u5C97\u533A \u9053\u91CC\u533A",
  "310000|310100 \u4E0A\u6D77\u5E02 021 \u5F90\u6C47\u533A \u6768\u6D66\u533A \u95F5\u884C\u533A",
  "320000|320100 \u5357\u4EAC\u5E02 025 \u9F13\u697C\u533A \u6C5F\u5B81\u533A|320500 \u82CF\u5DDE\u5E02 0512 \u59D1\u82CF\u533A \u5434\u4E2D\u533A",
  "330000|330100 \u676D\u5DDE\u5E02 0571 \u897F\u6E56\u533A \u6EE8\u6C5F\u533A|330200 \u5B81\u6CE2\u5E02 0574 \u911E\u5DDE\u533A \u6D77\u66D9\u533A",
  "340000|340100 \u5408\u80A5\u5E02 0551 \u8700\u5C71\u533A \u5305\u6CB3\u533A",
  "350000|350100 \u798F\u5DDE\u5E02 0591 \u9F13\u697C\u533A \u4ED3\u5C71\u533A|350200 \u53A6\u95E8\u5E02 0592 \u601D\u660E\u533A \u96C6\u7F8E\u533A",
  "360000|360100 \u5357\u660C\u5E02 0791 \u7EA2\u8C37\u6EE9\u533A \u4E1C\u6E56\u533A",
  "370000|370100 \u6D4E\u5357\u5E02 0531 \u5386\u4E0B\u533A \u5386\u57CE\u533A|370200 \u9752\u5C9B\u5E02 0532 \u5E02\u5357\u533A \u5D02\u5C71\u533A",
  "410000|410100 \u90D1\u5DDE\u5E02 0371 \u91D1\u6C34\u533A \u4E2D\u539F\u533A",
  "420000|420100 \u6B66\u6C49\u5E02 027 \u6D2A\u5C71\u533A \u6C5F\u6C49\u533A",
  "430000|430100 \u957F\u6C99\u5E02 0731 \u5CB3\u9E93\u533A \u96E8\u82B1\u533A",
  "440000|440100 \u5E7F\u5DDE\u5E02 020 \u5929\u6CB3\u533A \u756A\u79BA\u533A|440300 \u6DF1\u5733\u5E02 0755 \u5357\u5C71\u533A \u798F\u7530\u533A",
  "450000|450100 \u5357\u5B81\u5E02 0771 \u9752\u79C0\u533A \u897F\u4E61\u5858\u533A",
  "460000|460100 \u6D77\u53E3\u5E02 0898 \u9F99\u534E\u533A \u7F8E\u5170\u533A",
  "500000|500100 \u91CD\u5E86\u5E02 023 \u6E1D\u5317\u533A \u6C99\u576A\u575D\u533A",
  "510000|510100 \u6210\u90FD\u5E02 028 \u6B66\u4FAF\u533A \u9AD8\u65B0\u533A|510700 \u7EF5\u9633\u5E02 0816 \u6DAA\u57CE\u533A \u6E38\u4ED9\u533A",
  "520000|520100 \u8D35\u9633\u5E02 0851 \u89C2\u5C71\u6E56\u533A \u4E91\u5CA9\u533A",
  "530000|530100 \u6606\u660E\u5E02 0871 \u4E94\u534E\u533A \u5448\u8D21\u533A",
  "540000|540100 \u62C9\u8428\u5E02 0891 \u57CE\u5173\u533A \u5806\u9F99\u5FB7\u5E86\u533A",
  "610000|610100 \u897F\u5B89\u5E02 029 \u96C1\u5854\u533A \u7891\u6797\u533A",
  "620000|620100 \u5170\u5DDE\u5E02 0931 \u57CE\u5173\u533A \u4E03\u91CC\u6CB3\u533A",
  "630000|630100 \u897F\u5B81\u5E02 0971 \u57CE\u897F\u533A \u57CE\u4E1C\u533A",
  "640000|640100 \u94F6\u5DDD\u5E02 0951 \u91D1\u51E4\u533A \u5174\u5E86\u533A",
  "650000|650100 \u4E4C\u9C81\u6728\u9F50\u5E02 0991 \u5929\u5C71\u533A \u6C34\u78E8\u6C9F\u533A"
];
var CITIES = new Map(ROWS.map(readRow));
function makeHome(random, province) {
  const city = random.pick(CITIES.get(province.code) ?? []);
  return { province, city, district: random.pick(city.districts) };
}
function makeHomeElsewhere(random, province) {
  return makeHome(random, random.pick(PROVINCES.filter(({ code }) => code !== province.code)));
}
function cityLine({ province, city }) {
  return province.nameZh === city.name ? city.name : `${province.nameZh}${city.name}`;
}
function readRow(row) {
  const [code = "", ...cities] = row.split("|");
  return [code, cities.map(readCity)];
}
function readCity(row) {
  const [code = "", name = "", areaCode = "", ...districts] = row.split(" ");
  return { code, name, areaCode, districts };
}

// tests/specimens/people/addresses.ts
var STREETS = [
  "\u6587\u660C\u8DEF",
  "\u89E3\u653E\u8DEF",
  "\u6EE8\u6CB3\u5927\u9053",
  "\u5B66\u9662\u8DEF",
  "\u4EBA\u6C11\u4E1C\u8DEF",
  "\u79D1\u6280\u4E00\u8DEF",
  "\u91D1\u6865\u8857",
  "\u548C\u5E73\u8DEF",
  "\u6625\u7533\u8DEF",
  "\u671B\u6C5F\u8DEF",
  "\u6842\u82B1\u8857",
  "\u957F\u5B81\u8DEF"
];
var ESTATES = ["\u6842\u82D1\u5C0F\u533A", "\u6C5F\u5357\u91CC", "\u7FE0\u56ED", "\u91D1\u8272\u5BB6\u56ED", "\u68A7\u6850\u82D1", "\u4E1C\u6E56\u82B1\u56ED"];
var PARKS = ["\u521B\u65B0\u5927\u53A6", "\u8F6F\u4EF6\u56ED", "\u79D1\u521B\u4E2D\u5FC3", "\u56FD\u9645\u5546\u52A1\u697C", "\u667A\u8C37\u4EA7\u4E1A\u56ED", "\u94F6\u674F\u5927\u53A6"];
function makeDwelling(random, home) {
  const street = `${random.pick(STREETS)}${String(random.int(2, 399))}\u53F7`;
  const flat = `${random.pick(ESTATES)}${String(random.int(1, 19))}\u5E62${String(random.int(2, 18))}0${String(random.int(1, 4))}\u5BA4`;
  return `${cityLine(home)}${home.district}${street}${flat}`;
}
function makeOffice(random, home) {
  const floor = random.int(2, 26);
  const street = `${random.pick(STREETS)}${String(random.int(2, 699))}\u53F7`;
  const room = `${random.pick(PARKS)}${String(floor)}\u5C42${String(floor)}0${String(random.int(1, 9))}\u5BA4`;
  return `${cityLine(home)}${home.district}${street}${room}`;
}

// tests/specimens/people/names.ts
var SURNAMES = "\u738B\u674E\u5F20\u5218\u9648\u6768\u8D75\u9EC4\u5468\u5434\u5F90\u5B59\u80E1\u6731\u9AD8\u6797\u4F55\u90ED\u9A6C\u7F57\u6881\u5B8B\u90D1\u8C22\u97E9\u5510\u51AF\u4E8E\u8463\u8427\u7A0B\u66F9\u8881\u9093\u8BB8\u5085\u6C88\u66FE\u5F6D\u5415\u82CF\u5362\u848B\u8521\u8D3E\u4E01\u9B4F\u859B\u53F6\u960E\u4F59\u6F58\u675C\u6234\u590F\u949F\u6C6A\u7530\u4EFB\u59DC\u8303\u65B9\u77F3\u59DA\u8C2D\u5ED6\u90B9\u718A\u91D1\u9646\u90DD\u5B54\u767D\u5D14\u5EB7\u6BDB\u90B1\u79E6\u6C5F\u53F2\u987E\u4FAF\u90B5\u5B5F\u9F99\u4E07\u6BB5\u96F7\u94B1\u6C64\u5C39\u9ECE\u6613\u5E38\u6B66\u4E54\u8D3A\u8D56\u9F9A\u6587";
var COMPOUND_SURNAMES = [
  "\u6B27\u9633",
  "\u53F8\u9A6C",
  "\u4E0A\u5B98",
  "\u8BF8\u845B",
  "\u6155\u5BB9",
  "\u7687\u752B",
  "\u5C09\u8FDF",
  "\u4EE4\u72D0",
  "\u53F8\u5F92",
  "\u590F\u4FAF"
];
var MALE = "\u4F1F\u5F3A\u78CA\u519B\u52C7\u6770\u6D9B\u660E\u8D85\u521A\u5E73\u8F89\u9E4F\u658C\u5CF0\u6BC5\u4FCA\u6D69\u51EF\u822A\u5B87\u7FD4\u6668\u535A\u777F\u94ED\u54F2\u6CFD\u6E90\u8F69\u6656\u745E\u6052\u8FDC\u5FD7\u8BDA";
var FEMALE = "\u82B3\u5A1C\u654F\u9759\u4E3D\u8273\u5A1F\u971E\u79C0\u71D5\u73B2\u6D01\u8389\u5A77\u96EA\u9896\u7433\u840D\u6167\u7490\u7476\u6B23\u6021\u60A6\u4F73\u96EF\u5029\u857E\u8587\u5C9A\u83F2\u598D\u831C\u83C1";
var NEUTRAL = "\u6587\u5B89\u5B81\u6E05\u6653\u601D\u96E8\u82E5\u5B50\u4E91\u5609\u4E66\u6797\u4E50\u4E00\u8BD7\u4F69\u9752\u5DDD";
var RARE = [
  "\u5586",
  "\u7FC0",
  "\u6609",
  "\u579A",
  "\u7287",
  "\u9A89",
  "\u794E",
  "\u65FB",
  "\u8D5F",
  "\u9814",
  "\u73FA",
  "\u749F",
  "\u7FCA",
  "\u71CA",
  "\u6DFC",
  "\u6607",
  "\u4DAE",
  "\u{2CB4E}",
  "\u{2C621}",
  "\u{2CC56}"
];
function makeName(random, sex) {
  const surname = random.chance(0.05) ? random.pick(COMPOUND_SURNAMES) : random.pick(Array.from(SURNAMES));
  const given = Array.from(sex === "male" ? MALE : FEMALE);
  const first = random.chance(0.55) ? [] : [random.pick([...Array.from(NEUTRAL), ...given])];
  const last = random.chance(0.12) ? random.pick(RARE) : random.pick(given);
  return [surname, ...first, last].join("");
}
var ENGLISH_GIVEN = ["CHI MING", "KA YAN", "WAI LAM", "SIU FONG", "HO YIN", "MEI LING"];
var ENGLISH_FAMILY = ["CHAN", "WONG", "LEUNG", "CHEUNG", "HO", "TANG"];
function makeRomanisedName(random) {
  return `${random.pick(ENGLISH_FAMILY)}, ${random.pick(ENGLISH_GIVEN)}`;
}
var FOREIGN_FAMILY = ["MUSTERMANN", "SPECIMEN", "BEISPIEL", "EXEMPLE", "MUESTRA"];
var FOREIGN_GIVEN = ["ERIKA", "ANNA MARIA", "JOHN PAUL", "LUISA", "MARTIN"];
function makeForeignName(random) {
  return { family: random.pick(FOREIGN_FAMILY), given: random.pick(FOREIGN_GIVEN) };
}

// tests/specimens/people/person.ts
var MOBILE_PREFIXES = [
  "130",
  "131",
  "132",
  "135",
  "136",
  "137",
  "138",
  "139",
  "150",
  "151",
  "152",
  "155",
  "158",
  "159",
  "176",
  "182",
  "186",
  "187",
  "188",
  "189"
];
var ETHNICITIES = ["\u6C49", "\u6C49", "\u6C49", "\u6C49", "\u6C49", "\u6C49", "\u6C49", "\u56DE", "\u6EE1", "\u82D7", "\u58EE", "\u571F\u5BB6"];
var MAIL_NAMES = ["admin", "beian", "contact", "mail", "info", "hello", "office"];
function makePerson(random, wishes) {
  const sex = random.chance(0.55) ? "male" : "female";
  const paper = wishes.paper ?? "resident-id";
  const birthDate = makeBirthDate(random, wishes.today, wishes.age ?? random.int(24, 54));
  const term = makeTerm(random, paper, birthDate, wishes);
  const papers = makePapers(random, paper, sex, birthDate, wishes.home);
  const mobile2 = localMobile(makeMobile(random), wishes.localMobileIn);
  return {
    record: {
      name: papers.name,
      certificate: {
        type: paper,
        number: papers.number,
        ...paper === "resident-id" ? { address: makeDwelling(random, wishes.home) } : {},
        validFrom: term.from,
        validTo: term.to === "\u957F\u671F" ? "long-term" : term.to
      },
      mobile: mobile2,
      email: `${random.pick(MAIL_NAMES)}${random.digits(4)}@${wishes.mailDomain}`,
      landline: `${wishes.home.city.areaCode}-5550${random.digits(4)}`,
      emergencyPhone: makeMobile(random)
    },
    paper,
    sex,
    birthDate,
    ethnicity: random.pick(ETHNICITIES),
    issuingAuthority: papers.authority,
    validFrom: term.from,
    validTo: term.to,
    latinName: papers.latinName,
    faceSeed: `face-${papers.number}`
  };
}
function makeMobile(random) {
  return `${random.pick(MOBILE_PREFIXES)}00${random.digits(6)}`;
}
function localMobile(mobile2, province) {
  const local = MOBILE_PREFIXES.flatMap(
    (prefix) => Array.from({ length: 100 }, (_, index) => `${prefix}00${String(index).padStart(2, "0")}`)
  ).filter((start2) => province !== void 0 && provinceOfMobile(start2) === province);
  const start = local[Number(mobile2.slice(5, 7)) % local.length] ?? mobile2.slice(0, 7);
  return `${start}${mobile2.slice(7)}`;
}
function makeResidentNumber(random, region, birthDate, sex) {
  const sequence = random.int(0, 24) * 2 + (sex === "male" ? 1 : 2);
  const first17 = `${region}${birthDate.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  return `${first17}${residentIdCheckCharacter(first17)}`;
}
function makeBirthDate(random, today, age2) {
  return addDays(addYears(today, -age2), -random.int(2, 360));
}
function makePapers(random, paper, sex, birthDate, home) {
  const name = makeName(random, sex);
  switch (paper) {
    case "resident-id":
      return {
        name,
        number: makeResidentNumber(random, home.city.code, birthDate, sex),
        authority: `${home.city.name}\u516C\u5B89\u5C40${home.district.replace(/区$/, "")}\u5206\u5C40`,
        latinName: ""
      };
    case "hkmt-residence-permit":
      return {
        name,
        number: makeResidentNumber(random, "810000", birthDate, sex),
        authority: `${home.city.name}\u516C\u5B89\u5C40${home.district.replace(/区$/, "")}\u5206\u5C40`,
        latinName: makeRomanisedName(random)
      };
    case "hk-macao-permit":
      return {
        name,
        number: `H00${random.digits(6)}`,
        authority: "\u516C\u5B89\u90E8\u51FA\u5165\u5883\u7BA1\u7406\u5C40\uFF08\u6837\u672C\uFF09",
        latinName: makeRomanisedName(random)
      };
    case "passport": {
      const foreign = makeForeignName(random);
      return {
        name: `${foreign.family} ${foreign.given}`,
        number: `X00${random.digits(6)}`,
        authority: "UTOPIA PASSPORT OFFICE",
        latinName: `${foreign.family}<<${foreign.given.replaceAll(" ", "<")}`
      };
    }
  }
}
function makeTerm(random, paper, birthDate, wishes) {
  if (wishes.expiredDays !== void 0) {
    const to = addDays(wishes.today, -wishes.expiredDays);
    return { from: addYears(to, -10), to };
  }
  const age2 = ageOn2(birthDate, wishes.today);
  const from = addDays(wishes.today, -random.int(200, age2 < 18 ? 500 : 2600));
  const issuedAt = ageOn2(birthDate, from);
  if (paper !== "resident-id") {
    return { from, to: addYears(from, paper === "hkmt-residence-permit" ? 9 : 10) };
  }
  if (issuedAt >= 46) {
    return { from, to: "\u957F\u671F" };
  }
  return { from, to: addYears(from, issuedAt >= 26 ? 20 : issuedAt >= 16 ? 10 : 5) };
}
function passportLines(person) {
  const compact = (date) => date.slice(2).replaceAll("-", "");
  const number = person.record.certificate.number.padEnd(9, "<");
  const birth = compact(person.birthDate);
  const end = compact(person.validTo);
  const checkedNumber = `${number}${mrzCheckDigit(number)}`;
  const checkedBirth = `${birth}${mrzCheckDigit(birth)}`;
  const checkedEnd = `${end}${mrzCheckDigit(end)}`;
  const optional = "<".repeat(14);
  const checkedOptional = `${optional}${mrzCheckDigit(optional)}`;
  const total = mrzCheckDigit(`${checkedNumber}${checkedBirth}${checkedEnd}${checkedOptional}`);
  const sex = person.sex === "male" ? "M" : "F";
  return [
    `P<UTO${person.latinName}`.padEnd(44, "<").slice(0, 44),
    `${checkedNumber}UTO${checkedBirth}${sex}${checkedEnd}${checkedOptional}${total}`
  ];
}

// tests/specimens/defects/paperDefects.ts
var PICTURE_FLAWS = ["blurred", "too-dark", "glare", "grey-copy", "cropped-edge", "screen-reshoot"];
var LETTERS = [
  "filing-commitment",
  "verification-form",
  "authorization-letter",
  "authenticity-commitment",
  "responsibility-notice"
];
var CARDS = ["resident-id", "hkmt-residence-permit", "hk-macao-permit", "passport"];
function spoilPapers(documents, defects, setting) {
  const taken = /* @__PURE__ */ new Set();
  const labels = [];
  let current = documents;
  const spoil = (defect, fits, change) => {
    if (!defects.has(defect)) {
      return;
    }
    const target = chooseTarget(current.filter(fits), taken, setting.random.fork(defect), defect);
    taken.add(target.entry.id);
    labels.push(labelDefect(defect, { documentId: target.entry.id }));
    current = current.flatMap((document) => {
      const changed = document === target ? change(document) : document;
      return changed === void 0 ? [] : [changed];
    });
  };
  const isPortrait = ({ entry }) => CARDS.includes(entry.kind) && (entry.face === "portrait" || entry.face === "face");
  const isLetter = ({ entry }) => LETTERS.includes(entry.kind);
  const isPhoto = ({ entry }) => entry.kind === "backdrop-photo";
  const isEvidence = ({ entry }) => CARDS.includes(entry.kind) || entry.owner === "entity" || entry.kind === "domain-certificate";
  spoil(
    "emblem-twice",
    ({ entry }) => entry.face === "portrait",
    (document) => ({ ...document, drawnFace: "emblem" })
  );
  spoil("other-person-card", isPortrait, (document) => ({
    ...document,
    person: makeStranger(document, setting)
  }));
  spoil("other-person-photo", isPhoto, (document) => ({
    ...document,
    person: makeStranger(document, setting)
  }));
  spoil("red-clothing", isPhoto, (document) => ({ ...document, clothing: "red" }));
  spoil("blue-clothing", isPhoto, (document) => ({ ...document, clothing: "blue" }));
  spoil(
    "missing-seal",
    (document) => isLetter(document) && document.sealed,
    (document) => ({ ...document, sealed: false })
  );
  spoil("missing-signature", isLetter, (document) => ({ ...document, signed: false }));
  for (const flaw of PICTURE_FLAWS) {
    spoil(flaw, isEvidence, (document) => ({ ...document, flaws: [...document.flaws, flaw] }));
  }
  spoil("missing-document", isEvidence, () => void 0);
  return { documents: current, labels };
}
function chooseTarget(fitting, taken, random, defect) {
  const free = fitting.filter(({ entry }) => !taken.has(entry.id));
  if (fitting.length === 0) {
    throw new RangeError(`no document in this filing can carry ${defect}`);
  }
  return random.pick(free.length === 0 ? fitting : free);
}
function makeStranger(document, setting) {
  return makePerson(setting.random.fork("stranger"), {
    home: setting.home,
    today: setting.today,
    paper: document.person.paper,
    mailDomain: "mail.example"
  });
}

// tests/specimens/defects/truthLabels.ts
var FIELDS = {
  "expired-id": "entity.principal.certificate.validTo",
  underage: "entity.principal.certificate.number",
  "mailing-other-province": "entity.mailingAddress",
  "shared-phone": "services.0.principal.mobile",
  "phone-used-elsewhere": "entity.principal.mobile",
  "short-subscription": "services.0.access.subscriptionMonths",
  "service-number-used": "services.0.access.serviceNumber",
  "domain-expiring": "services.0.domains.0.expiresAt",
  "domain-not-verified": "services.0.domains.0.realNameVerified",
  "registrant-differs": "services.0.domains.0.registrantName",
  "forbidden-service-name": "services.0.name",
  "record-differs": "existing.recordOnFile.entity.name"
};
function labelTruth(defects) {
  return Object.keys(FIELDS).filter((defect) => defects.has(defect)).map((defect) => labelDefect(defect, { field: FIELDS[defect] }));
}

// tests/specimens/people/brands.ts
var FIRST2 = [
  "\u661F\u6CB3 xinghe",
  "\u4E91\u5E06 yunfan",
  "\u9752\u79BE qinghe",
  "\u84DD\u5CB8 lanan",
  "\u6728\u767D mubai",
  "\u677E\u679C songguo",
  "\u8FDC\u5C71 yuanshan",
  "\u6674\u5DDD qingchuan",
  "\u7AF9\u91CC zhuli",
  "\u6D77\u68E0 haitang",
  "\u5317\u6597\u6E7E beidouwan",
  "\u79BE\u6728 hemu",
  "\u9E7F\u9E23 luming",
  "\u6C90\u5149 muguang",
  "\u6F84\u6E56 chenghu",
  "\u542F\u660E\u6811 qimingshu",
  "\u534A\u5C71 banshan",
  "\u672A\u592E weiyang",
  "\u5357\u679D nanzhi",
  "\u8C37\u96E8 guyu",
  "\u9EA6\u8292 maimang",
  "\u77F3\u6865 shiqiao",
  "\u767D\u5E06 baifan",
  "\u5CAD\u4E0A lingshang",
  "\u6620\u96EA yingxue",
  "\u4E5D\u66F2 jiuqu"
];
var SECOND = [
  "",
  "",
  "\u7EF4 wei",
  "\u8FBE da",
  "\u8BFA nuo",
  "\u521B chuang",
  "\u8054 lian",
  "\u6E90 yuan",
  "\u6CF0 tai",
  "\u683C ge",
  "\u946B xin",
  "\u8BAF xun"
];
function makeBrand(random) {
  const [name = "", spelling = ""] = random.pick(FIRST2).split(" ");
  const [tailName = "", tailSpelling = ""] = random.pick(SECOND).split(" ");
  return { name: `${name}${tailName}`, spelling: `${spelling}${tailSpelling}` };
}
var DOMAIN_WORDS = ["", "tech", "shop", "info", "home", "lab", "soft", "web", "hub"];
function makeDomainName(random, spelling) {
  return `${spelling}${random.pick(DOMAIN_WORDS)}${String(random.int(10, 989))}.${random.pick(["example", "test"])}`;
}
var SITE_FIRST = [
  "\u62FE\u5149",
  "\u4E91\u95F4",
  "\u6668\u66E6",
  "\u5C71\u91CE",
  "\u6E05\u6D45",
  "\u4E00\u95F4",
  "\u5C0F\u6EE1",
  "\u534A\u590F",
  "\u542C\u96E8",
  "\u591C\u822A",
  "\u7EB8\u4E0A",
  "\u6162\u884C",
  "\u5317\u7A97",
  "\u5FAE\u6F9C"
];
var SITE_SECOND = [
  "\u624B\u8BB0",
  "\u968F\u7B14",
  "\u5C0F\u7B51",
  "\u4E66\u623F",
  "\u7B14\u8BB0",
  "\u5F71\u96C6",
  "\u624B\u8D26",
  "\u672D\u8BB0",
  "\u968F\u60F3",
  "\u83DC\u8C31\u672C"
];
var SITE_SPELLING = [
  "shiguang",
  "yunjian",
  "chenxi",
  "shanye",
  "qingqian",
  "yijian",
  "xiaoman",
  "banxia",
  "tingyu",
  "yehang",
  "zhishang",
  "manxing",
  "beichuang",
  "weilan"
];
function makePersonalBrand(random) {
  const index = random.int(0, SITE_FIRST.length - 1);
  return {
    name: `${SITE_FIRST[index] ?? ""}${random.pick(SITE_SECOND)}`,
    spelling: SITE_SPELLING[index] ?? ""
  };
}

// tests/specimens/people/organisationForms.ts
var ORGANISATION_FORMS = {
  enterprise: {
    codePrefix: "91",
    certificate: "business-licence",
    title: "\u8425\u4E1A\u6267\u7167",
    typeLine: "\u6709\u9650\u8D23\u4EFB\u516C\u53F8(\u81EA\u7136\u4EBA\u6295\u8D44\u6216\u63A7\u80A1)",
    nameEndings: [
      "\u8F6F\u4EF6\u6709\u9650\u516C\u53F8",
      "\u4FE1\u606F\u6280\u672F\u6709\u9650\u516C\u53F8",
      "\u673A\u68B0\u8BBE\u5907\u6709\u9650\u516C\u53F8",
      "\u73AF\u4FDD\u79D1\u6280\u6709\u9650\u516C\u53F8",
      "\u5EFA\u7B51\u88C5\u9970\u5DE5\u7A0B\u6709\u9650\u516C\u53F8",
      "\u7269\u6D41\u6709\u9650\u516C\u53F8",
      "\u98DF\u54C1\u6709\u9650\u516C\u53F8",
      "\u5BB6\u5177\u5236\u9020\u6709\u9650\u516C\u53F8"
    ],
    authority: "\u5E02\u573A\u76D1\u7763\u7BA1\u7406\u5C40",
    leaderLabel: "\u6CD5\u5B9A\u4EE3\u8868\u4EBA"
  },
  "sole-trader": {
    codePrefix: "92",
    certificate: "business-licence",
    title: "\u8425\u4E1A\u6267\u7167",
    typeLine: "\u4E2A\u4F53\u5DE5\u5546\u6237",
    nameEndings: ["\u9762\u9986", "\u82B1\u5E97", "\u5BB6\u5177\u5E97", "\u4E94\u91D1\u7ECF\u8425\u90E8", "\u8336\u53F6\u5E97", "\u6C7D\u8F66\u7EF4\u4FEE\u90E8"],
    authority: "\u5E02\u573A\u76D1\u7763\u7BA1\u7406\u5C40",
    leaderLabel: "\u7ECF\u8425\u8005"
  },
  government: {
    codePrefix: "11",
    certificate: "uscc-certificate",
    title: "\u7EDF\u4E00\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801\u8BC1\u4E66",
    typeLine: "\u673A\u5173",
    nameEndings: ["\u57CE\u5E02\u7BA1\u7406\u5C40", "\u6C34\u52A1\u5C40", "\u56ED\u6797\u7EFF\u5316\u5C40", "\u6863\u6848\u5C40"],
    authority: "\u59D4\u673A\u6784\u7F16\u5236\u59D4\u5458\u4F1A\u529E\u516C\u5BA4",
    leaderLabel: "\u8D1F\u8D23\u4EBA"
  },
  institution: {
    codePrefix: "12",
    certificate: "institution-certificate",
    title: "\u4E8B\u4E1A\u5355\u4F4D\u6CD5\u4EBA\u8BC1\u4E66",
    typeLine: "\u4E8B\u4E1A\u5355\u4F4D",
    nameEndings: ["\u690D\u7269\u56ED", "\u6D4B\u7ED8\u9662", "\u6C34\u6587\u76D1\u6D4B\u7AD9", "\u56FE\u4E66\u9986", "\u6C14\u8C61\u670D\u52A1\u7AD9"],
    authority: "\u4E8B\u4E1A\u5355\u4F4D\u767B\u8BB0\u7BA1\u7406\u5C40",
    leaderLabel: "\u6CD5\u5B9A\u4EE3\u8868\u4EBA"
  },
  "social-organisation": {
    codePrefix: "51",
    certificate: "social-organisation-certificate",
    title: "\u793E\u4F1A\u56E2\u4F53\u6CD5\u4EBA\u767B\u8BB0\u8BC1\u4E66",
    typeLine: "\u793E\u4F1A\u56E2\u4F53",
    nameEndings: ["\u6444\u5F71\u534F\u4F1A", "\u56ED\u827A\u5B66\u4F1A", "\u7269\u6D41\u884C\u4E1A\u534F\u4F1A", "\u767B\u5C71\u534F\u4F1A"],
    authority: "\u6C11\u653F\u5C40",
    leaderLabel: "\u6CD5\u5B9A\u4EE3\u8868\u4EBA"
  },
  "private-non-enterprise": {
    codePrefix: "52",
    certificate: "private-non-enterprise-certificate",
    title: "\u6C11\u529E\u975E\u4F01\u4E1A\u5355\u4F4D\u767B\u8BB0\u8BC1\u4E66",
    typeLine: "\u6C11\u529E\u975E\u4F01\u4E1A\u5355\u4F4D(\u6CD5\u4EBA)",
    nameEndings: ["\u793E\u533A\u670D\u52A1\u793E", "\u517B\u8001\u670D\u52A1\u9662", "\u4E66\u753B\u7814\u7A76\u9662"],
    authority: "\u6C11\u653F\u5C40",
    leaderLabel: "\u6CD5\u5B9A\u4EE3\u8868\u4EBA"
  },
  foundation: {
    codePrefix: "53",
    certificate: "foundation-certificate",
    title: "\u57FA\u91D1\u4F1A\u6CD5\u4EBA\u767B\u8BB0\u8BC1\u4E66",
    typeLine: "\u975E\u516C\u52DF\u57FA\u91D1\u4F1A",
    nameEndings: ["\u516C\u76CA\u57FA\u91D1\u4F1A", "\u52A9\u5B66\u57FA\u91D1\u4F1A"],
    authority: "\u6C11\u653F\u5C40",
    leaderLabel: "\u6CD5\u5B9A\u4EE3\u8868\u4EBA"
  },
  "law-firm": {
    codePrefix: "31",
    certificate: "law-firm-licence",
    title: "\u5F8B\u5E08\u4E8B\u52A1\u6240\u6267\u4E1A\u8BB8\u53EF\u8BC1",
    typeLine: "\u666E\u901A\u5408\u4F19\u5F8B\u5E08\u4E8B\u52A1\u6240",
    nameEndings: ["\u5F8B\u5E08\u4E8B\u52A1\u6240"],
    authority: "\u53F8\u6CD5\u5C40",
    leaderLabel: "\u8D1F\u8D23\u4EBA"
  },
  "foreign-representative-office": {
    codePrefix: "91",
    certificate: "foreign-representative-office",
    title: "\u5916\u56FD(\u5730\u533A)\u4F01\u4E1A\u5E38\u9A7B\u4EE3\u8868\u673A\u6784\u767B\u8BB0\u8BC1",
    typeLine: "\u5916\u56FD(\u5730\u533A)\u4F01\u4E1A\u5E38\u9A7B\u4EE3\u8868\u673A\u6784",
    nameEndings: ["\u682A\u5F0F\u4F1A\u793E\u4EE3\u8868\u5904", "\u6709\u9650\u516C\u53F8\u4EE3\u8868\u5904"],
    authority: "\u5E02\u573A\u76D1\u7763\u7BA1\u7406\u5C40",
    leaderLabel: "\u9996\u5E2D\u4EE3\u8868"
  },
  other: {
    codePrefix: "34",
    certificate: "other-organisation-certificate",
    title: "\u53F8\u6CD5\u9274\u5B9A\u8BB8\u53EF\u8BC1",
    typeLine: "\u53F8\u6CD5\u9274\u5B9A\u673A\u6784",
    nameEndings: ["\u53F8\u6CD5\u9274\u5B9A\u4E2D\u5FC3", "\u53F8\u6CD5\u9274\u5B9A\u6240"],
    authority: "\u53F8\u6CD5\u5C40",
    leaderLabel: "\u8D1F\u8D23\u4EBA"
  }
};
var SCOPES = [
  [
    /软件|信息技术/,
    "\u8F6F\u4EF6\u5F00\u53D1\uFF1B\u4FE1\u606F\u7CFB\u7EDF\u96C6\u6210\u670D\u52A1\uFF1B\u4FE1\u606F\u6280\u672F\u54A8\u8BE2\u670D\u52A1\uFF1B\u8BA1\u7B97\u673A\u8F6F\u786C\u4EF6\u53CA\u8F85\u52A9\u8BBE\u5907\u96F6\u552E\uFF1B\u529E\u516C\u8BBE\u5907\u9500\u552E\u3002"
  ],
  [/机械|五金/, "\u673A\u68B0\u8BBE\u5907\u7814\u53D1\uFF1B\u673A\u68B0\u8BBE\u5907\u9500\u552E\uFF1B\u4E94\u91D1\u4EA7\u54C1\u6279\u53D1\uFF1B\u91D1\u5C5E\u5236\u54C1\u9500\u552E\uFF1B\u673A\u68B0\u96F6\u4EF6\u3001\u96F6\u90E8\u4EF6\u52A0\u5DE5\uFF1B\u6280\u672F\u8FDB\u51FA\u53E3\u3002"],
  [/环保/, "\u73AF\u5883\u4FDD\u62A4\u4E13\u7528\u8BBE\u5907\u5236\u9020\uFF1B\u73AF\u5883\u4FDD\u62A4\u76D1\u6D4B\uFF1B\u6C34\u6C61\u67D3\u6CBB\u7406\uFF1B\u56FA\u4F53\u5E9F\u7269\u6CBB\u7406\uFF1B\u73AF\u4FDD\u6280\u672F\u63A8\u5E7F\u670D\u52A1\uFF1B\u73AF\u4FDD\u54A8\u8BE2\u670D\u52A1\u3002"],
  [/建筑|家具/, "\u5BB6\u5177\u5236\u9020\uFF1B\u5BB6\u5177\u9500\u552E\uFF1B\u5BA4\u5185\u88C5\u9970\u88C5\u4FEE\uFF1B\u5EFA\u7B51\u6750\u6599\u9500\u552E\uFF1B\u6728\u6750\u52A0\u5DE5\uFF1B\u5DE5\u7A0B\u7BA1\u7406\u670D\u52A1\uFF1B\u56ED\u6797\u7EFF\u5316\u5DE5\u7A0B\u65BD\u5DE5\u3002"],
  [/物流/, "\u9053\u8DEF\u8D27\u7269\u8FD0\u8F93\u7AD9\u7ECF\u8425\uFF1B\u56FD\u5185\u8D27\u7269\u8FD0\u8F93\u4EE3\u7406\uFF1B\u666E\u901A\u8D27\u7269\u4ED3\u50A8\u670D\u52A1\uFF1B\u88C5\u5378\u642C\u8FD0\uFF1B\u5305\u88C5\u670D\u52A1\uFF1B\u4F9B\u5E94\u94FE\u7BA1\u7406\u670D\u52A1\u3002"],
  [/食品|面馆|茶叶/, "\u98DF\u54C1\u9500\u552E\uFF08\u4EC5\u9500\u552E\u9884\u5305\u88C5\u98DF\u54C1\uFF09\uFF1B\u9910\u996E\u670D\u52A1\uFF1B\u98DF\u7528\u519C\u4EA7\u54C1\u96F6\u552E\uFF1B\u65E5\u7528\u767E\u8D27\u9500\u552E\uFF1B\u9910\u996E\u7BA1\u7406\u3002"]
];
function scopeOf(name) {
  const found = SCOPES.find(([pattern]) => pattern.test(name));
  return found?.[1] ?? "\u6309\u7167\u7AE0\u7A0B\u53CA\u767B\u8BB0\u4E8B\u9879\u5F00\u5C55\u4E1A\u52A1\u6D3B\u52A8\uFF1B\u7EC4\u7EC7\u884C\u4E1A\u4EA4\u6D41\uFF1B\u63D0\u4F9B\u76F8\u5173\u516C\u5171\u670D\u52A1\uFF1B\u627F\u529E\u4E3B\u7BA1\u5355\u4F4D\u4EA4\u529E\u7684\u5176\u4ED6\u4E8B\u9879\u3002";
}

// tests/specimens/people/organisation.ts
var CAPITALS = ["\u58F9\u4F70\u4E07\u5143\u6574", "\u4F0D\u4F70\u4E07\u5143\u6574", "\u58F9\u4EDF\u4E07\u5143\u6574", "\u8D30\u4F70\u4E07\u5143\u6574", "\u4F0D\u62FE\u4E07\u5143\u6574"];
function makeOrganisation(random, wishes) {
  const { home, nature } = wishes;
  const form = ORGANISATION_FORMS[nature];
  const brand = makeBrand(random);
  const name = makeOrganisationName(random, home, nature, brand);
  const code = makeSocialCreditCode(random, form.codePrefix, home.city.code);
  const established = wishes.legacyPapers ? addDays("2006-03-01", random.int(0, 900)) : addDays(wishes.today, -random.int(500, 3600));
  const issued = wishes.legacyPapers ? addDays(wishes.today, -random.int(300, 1e3)) : addDays(established, random.int(0, 420));
  return {
    nature,
    form,
    brand,
    name,
    certificateType: wishes.legacyPapers ? "organisation-code" : "unified-social-credit-code",
    certificateKind: wishes.legacyPapers ? "organisation-code-certificate" : form.certificate,
    number: wishes.legacyPapers ? `${code.slice(8, 16)}-${code.slice(16, 17)}` : code,
    address: makeOffice(random, home),
    legalRepresentative: wishes.legalRepresentative,
    capital: random.pick(CAPITALS),
    establishedOn: established,
    issuedOn: issued,
    validFrom: issued,
    validTo: nature === "enterprise" || nature === "sole-trader" ? "\u957F\u671F" : addYears(wishes.today, random.int(1, 4)),
    scope: scopeOf(name),
    authority: authorityOf(home, form)
  };
}
function makeSocialCreditCode(random, prefix, region) {
  const body = `PDY${String(random.int(1, 99999)).padStart(5, "0")}`;
  const first17 = `${prefix}${region}${body}${organisationCodeCheckCharacter(body)}`;
  return `${first17}${creditCodeCheckCharacter(first17)}`;
}
function makeOrganisationName(random, home, nature, brand) {
  const ending = random.pick(ORGANISATION_FORMS[nature].nameEndings);
  const city = home.city.name.replace(/市$/, "");
  switch (nature) {
    case "government":
      return `${home.city.name}${home.district}${ending}\uFF08\u793A\u4F8B\uFF09`;
    case "institution":
      return `${home.city.name}${brand.name}${ending}`;
    case "foreign-representative-office":
      return `\u4E4C\u6258\u90A6${brand.name}${ending.replace("\u4EE3\u8868\u5904", `${city}\u4EE3\u8868\u5904`)}`;
    case "law-firm":
      return `${home.province.nameZh.replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, "")}${brand.name}${ending}`;
    case "enterprise":
    case "sole-trader":
    case "social-organisation":
    case "private-non-enterprise":
    case "foundation":
    case "other":
      return nature === "sole-trader" ? `${home.district}${brand.name}${ending}` : `${city}${brand.name}${ending}`;
  }
}
function authorityOf(home, form) {
  if (home.province.code === "460000" && form.certificate === "business-licence") {
    return "\u6D77\u5357\u7701\u5E02\u573A\u76D1\u7763\u7BA1\u7406\u5C40";
  }
  return form.certificate === "uscc-certificate" ? `\u4E2D\u5171${home.city.name}${form.authority}` : `${home.city.name}${form.authority}`;
}

// tests/specimens/filing/services.ts
var REGISTRARS = ["\u793A\u4F8B\u4E91\u8BA1\u7B97\u6709\u9650\u516C\u53F8", "\u6837\u4F8B\u7F51\u7EDC\u670D\u52A1\u6709\u9650\u516C\u53F8", "\u8303\u4F8B\u57DF\u540D\u4FE1\u606F\u6280\u672F\u6709\u9650\u516C\u53F8"];
var NETWORKS = ["192.0.2", "198.51.100", "203.0.113"];
function makeServices(plan, owner) {
  return Array.from(
    { length: plan.serviceCount },
    (_, index) => makeService(plan, owner, plan.random.fork(`service-${String(index)}`), index)
  );
}
function makeService(plan, owner, random, index) {
  const app = plan.serviceKind === "app";
  const domain = makeDomain(plan, owner, random.fork("domain"));
  const name = makeServiceName(plan, owner, index);
  const filed = owner.icpNumber !== void 0 && plan.filingType !== "new-service-filed-here" && plan.filingType !== "new-service-filed-elsewhere";
  return {
    id: `s${String(index + 1)}`,
    kind: plan.serviceKind,
    name,
    domains: [domain],
    ...app ? { app: makeApp(random.fork("app"), owner, domain.name) } : { homepage: `www.${domain.name}` },
    contentCategories: [owner.nature === "individual" ? "\u5176\u4ED6" : "\u5355\u4F4D\u95E8\u6237\u7F51\u7AD9"],
    languages: ["\u4E2D\u6587\u7B80\u4F53"],
    principal: owner.principal,
    preApprovals: plan.extras.has("pre-approval") && index === 0 ? [
      {
        category: "\u6587\u5316",
        number: `\u6837\u7F51\u6587\u3014${plan.today.slice(0, 4)}\u30150${random.fork("approval").digits(3)}-00${random.fork("approval").digits(1)}\u53F7`
      }
    ] : [],
    ...filed ? { icpNumber: `${owner.icpNumber}-${String(index + 1)}${app ? "A" : ""}` } : {},
    ...plan.hosted ? { access: makeAccess(plan, owner, random.fork("access")) } : {},
    remarks: makeRemark(owner, name, app)
  };
}
function makeServiceName(plan, owner, index) {
  const part = index === 0 ? "" : ["\u4EA7\u54C1\u624B\u518C", "\u5BA2\u6237\u670D\u52A1", "\u8D44\u6599\u4E2D\u5FC3"][index - 1] ?? "";
  if (plan.defects.has("forbidden-service-name")) {
    return owner.nature === "individual" ? `${owner.brand.name}\u4EA4\u6D41\u8BBA\u575B` : `\u4E2D\u534E${owner.brand.name}\u6295\u8BC9\u7EF4\u6743\u7F51`;
  }
  if (owner.nature === "individual" || plan.serviceKind === "app") {
    return `${owner.brand.name}${part}`.padEnd(3, "\u52A9\u624B");
  }
  return plan.province.code === "440000" ? `${owner.name}\u5B98\u7F51${part}` : `${owner.name}${part}`;
}
function makeRemark(owner, name, app) {
  const kind = app ? "APP" : "\u7F51\u7AD9";
  if (owner.nature === "individual") {
    return `\u672C${kind}\u4E3A\u4E2A\u4EBA${kind}\uFF0C\u540D\u79F0\u4E3A\u201C${name}\u201D\uFF0C\u5F00\u901A\u540E\u7528\u4E8E\u8BB0\u5F55\u4E2A\u4EBA\u751F\u6D3B\u968F\u7B14\u4E0E\u7167\u7247\uFF0C\u4E0D\u6D89\u53CA\u4F01\u4E1A\u3001\u884C\u4E1A\u53CA\u7ECF\u8425\u6027\u5185\u5BB9\u3002`;
  }
  return `\u672C${kind}\u7528\u4E8E\u4ECB\u7ECD${owner.name}\u7684\u57FA\u672C\u60C5\u51B5\u3001\u4EA7\u54C1\u4E0E\u8054\u7CFB\u65B9\u5F0F\uFF0C\u4E0D\u6D89\u53CA\u524D\u7F6E\u5BA1\u6279\u5185\u5BB9\uFF0C\u4E0D\u542B\u8BBA\u575B\u7B49\u4EA4\u4E92\u680F\u76EE\u3002`;
}
function makeDomain(plan, owner, random) {
  const registeredAt = addDays(plan.today, -random.int(90, 2400));
  const expiresAt = plan.defects.has("domain-expiring") ? addDays(plan.today, random.int(5, 20)) : addYears(
    addDays(registeredAt, 0),
    Math.floor((Date.parse(plan.today) - Date.parse(registeredAt)) / 31556952e3) + random.int(2, 4)
  );
  const differs = plan.defects.has("registrant-differs");
  const registrant = differs ? `${random.pick(["\u4FE1\u8BDA", "\u5929\u5DE5", "\u535A\u6E90"])}\u7F51\u7EDC\u670D\u52A1\u90E8` : owner.name;
  return {
    name: domainName2(owner, random),
    registrar: random.pick(REGISTRARS),
    registrantName: registrant,
    ...differs ? {} : { registrantCertificateNumber: owner.certificateNumber },
    registeredAt,
    expiresAt,
    realNameVerified: !plan.defects.has("domain-not-verified")
  };
}
function domainName2(owner, random) {
  switch (owner.nature) {
    case "institution":
      return `${owner.brand.name}\u793A\u4F8B${String(random.int(10, 99))}.\u516C\u76CA`;
    case "government":
      return `${owner.brand.name}\u793A\u4F8B${String(random.int(10, 99))}.\u653F\u52A1`;
    default:
      return random.chance(0.06) ? `${owner.brand.name}\u793A\u4F8B${String(random.int(10, 99))}.\u4E2D\u56FD` : makeDomainName(random, owner.brand.spelling);
  }
}
function makeAccess(plan, owner, random) {
  const months = plan.defects.has("short-subscription") ? 1 : random.pick([6, 12, 12, 12, 24, 36]);
  const startedAt = addDays(plan.today, -random.int(1, plan.defects.has("short-subscription") ? 5 : 40));
  return {
    serviceNumber: makeServiceNumber(plan, random),
    mode: random.chance(0.9) ? "cloud" : "virtual-host",
    ipAddresses: Array.from(
      { length: random.chance(0.85) ? 1 : 2 },
      () => `${random.pick(NETWORKS)}.${String(random.int(2, 254))}`
    ),
    serverProvince: random.pick([owner.provinceCode, "330000", "110000", "440000"]),
    subscriptionMonths: months,
    subscriptionEndsAt: addDays(startedAt, Math.round(months * 30.44))
  };
}
function makeServiceNumber(plan, random) {
  if (plan.defects.has("service-number-used") && plan.borrowsFrom !== void 0) {
    return makeServiceNumber(plan.borrowsFrom, plan.borrowsFrom.random.fork("service-0").fork("access"));
  }
  const number = random.fork("number");
  return `${number.hex(8)}-${number.hex(4)}-4${number.hex(3)}-8${number.hex(3)}-${number.hex(12)}`;
}
function makeApp(random, owner, domain) {
  const label = /^[a-z0-9]+/.exec(domain)?.[0] ?? `${owner.brand.spelling}app`;
  return {
    platforms: [
      { os: "android", packageName: `example.${label}.mobile`, publicKeyMd5: random.hex(32) },
      ...random.chance(0.7) ? [{ os: "ios", packageName: `example.${label}.ios`, publicKeyMd5: random.hex(40) }] : [],
      ...random.chance(0.3) ? [{ os: "harmony", packageName: `example.${label}.harmony`, publicKeyMd5: random.hex(32) }] : []
    ]
  };
}

// tests/specimens/filing/applicant.ts
var LOCAL_MOBILE_PROVINCES = /* @__PURE__ */ new Set([
  "130000",
  "210000",
  "430000",
  "610000",
  "620000",
  "650000"
]);
function makeApplicant(plan) {
  const { random } = plan;
  const home = makeHome(random.fork("home"), plan.province);
  const principal = makePrincipal(plan, home);
  const organisation = plan.nature === "individual" ? void 0 : makeOrganisation(random.fork("organisation"), {
    home,
    nature: plan.nature,
    today: plan.today,
    legalRepresentative: principal.record.name,
    legacyPapers: plan.filingType === "claim" && plan.nature === "enterprise"
  });
  const servicePrincipal = organisation === void 0 ? principal : makeServicePrincipal(plan, home, principal);
  const entity = makeEntity(plan, home, principal, organisation);
  const existing = plan.filingType === "first-filing" ? void 0 : makeExisting(plan);
  const brand = organisation?.brand ?? makePersonalBrand(random.fork("brand"));
  return {
    home,
    organisation,
    principal,
    servicePrincipal,
    entity,
    services: makeServices(plan, {
      nature: plan.nature,
      name: entity.name,
      certificateNumber: entity.certificate.number,
      brand,
      principal: servicePrincipal.record,
      provinceCode: plan.province.code,
      icpNumber: existing?.entityIcpNumber
    }),
    existing,
    accountId: `acct-${random.fork("account").digits(8)}`
  };
}
function makePrincipal(plan, home) {
  const random = plan.random.fork("principal");
  const cameFromElsewhere = plan.extras.has("residence-permit");
  const person = makePerson(random, {
    home: cameFromElsewhere ? makeHomeElsewhere(random.fork("origin"), plan.province) : home,
    today: plan.today,
    paper: plan.paper,
    mailDomain: mailDomain(plan),
    ...localMobile2(plan),
    ...plan.defects.has("underage") ? { age: 16 } : {},
    ...plan.defects.has("expired-id") ? { expiredDays: random.fork("expired").int(12, 400), age: 31 } : {}
  });
  if (plan.defects.has("phone-used-elsewhere") && plan.borrowsFrom !== void 0) {
    const other = makeApplicant(plan.borrowsFrom);
    return { ...person, record: { ...person.record, mobile: other.principal.record.mobile } };
  }
  return person;
}
function makeServicePrincipal(plan, home, principal) {
  const random = plan.random.fork("service-principal");
  const sharedPhone = plan.defects.has("shared-phone");
  if (!sharedPhone && (!plan.hosted || random.chance(0.6))) {
    return principal;
  }
  const person = makePerson(random, {
    home,
    today: plan.today,
    mailDomain: mailDomain(plan),
    ...localMobile2(plan)
  });
  return sharedPhone ? { ...person, record: { ...person.record, mobile: principal.record.mobile } } : person;
}
function localMobile2({ province }) {
  return LOCAL_MOBILE_PROVINCES.has(province.code) ? { localMobileIn: province.code } : {};
}
function mailDomain(plan) {
  const random = plan.random.fork("mail");
  return plan.nature === "individual" ? random.pick(["mail.example", "post.example", "mail.test"]) : makeDomainName(random, "mail");
}
function makeEntity(plan, home, principal, organisation) {
  const elsewhere = plan.defects.has("mailing-other-province") ? makeHomeElsewhere(plan.random.fork("elsewhere"), plan.province) : void 0;
  const address = plan.random.fork("mailing");
  if (organisation === void 0) {
    return {
      kind: "individual",
      nature: "individual",
      name: principal.record.name,
      certificate: principal.record.certificate,
      mailingAddress: elsewhere === void 0 && !plan.extras.has("residence-permit") && address.chance(0.6) ? principal.record.certificate.address ?? makeDwelling(address, home) : makeDwelling(address, elsewhere ?? home),
      principal: principal.record
    };
  }
  return {
    kind: "organization",
    nature: organisation.nature,
    name: organisation.name,
    certificate: {
      type: organisation.certificateType,
      number: organisation.number,
      address: organisation.address,
      validFrom: organisation.validFrom,
      validTo: organisation.validTo === "\u957F\u671F" ? "long-term" : organisation.validTo
    },
    legalRepresentative: organisation.legalRepresentative,
    mailingAddress: elsewhere === void 0 && address.chance(0.7) ? organisation.address : makeOffice(address, elsewhere ?? home),
    principal: principal.record
  };
}
function makeExisting(plan) {
  const random = plan.random.fork("existing");
  const year = addYears(plan.today, -random.int(1, 6)).slice(0, 4);
  const number = plan.filingType === "claim" ? `0${String(random.int(6, 9))}0${random.digits(5)}` : `${year}0${random.digits(5)}`;
  return {
    entityIcpNumber: `${plan.province.icpCharacter}ICP\u5907${number}\u53F7`,
    filingPassword: `${random.pick(["Spec", "Demo", "Test"])}${random.digits(4)}`
  };
}

// tests/specimens/filing/formerName.ts
function formerName(name) {
  return name.replace(
    /(软件|信息技术|机械设备|环保科技|建筑装饰工程|物流|食品|家具制造)有限公司$/,
    "\u5546\u8D38\u6709\u9650\u516C\u53F8"
  );
}

// tests/specimens/filing/recordOnFile.ts
function makeRecordOnFile(plan, filed) {
  const { entity, services, entityIcpNumber, formerMobile } = filed;
  const random = plan.random.fork("record");
  const differs = plan.defects.has("record-differs");
  const renamed = plan.filingType === "change" && entity.nature === "enterprise";
  const principal = recorded({
    ...entity.principal,
    ...formerMobile === void 0 ? {} : { mobile: formerMobile }
  });
  const onFile = services.filter(({ icpNumber: icpNumber2 }) => icpNumber2 !== void 0);
  const rows2 = onFile.map((service) => ({
    icpNumber: service.icpNumber ?? "",
    name: service.name,
    domains: service.domains.map(({ name }) => name),
    principal: recorded(service.principal)
  }));
  const other = {
    icpNumber: `${entityIcpNumber}-${String(onFile.length + 1)}`,
    name: `${entity.nature === "individual" ? "\u968F\u7B14" : entity.name}\u65E7\u7AD9`,
    principal
  };
  const keeps = onFile.length === 0 || random.chance(0.5);
  return {
    readOn: addDays(plan.today, -1),
    entity: {
      name: renamed ? formerName(entity.name) : differs ? `${entity.name}\u7B79\u5907\u5904` : entity.name,
      nature: entity.nature,
      certificateType: entity.certificate.type,
      certificateNumber: entity.certificate.number,
      ...entity.certificate.address === void 0 ? {} : { certificateAddress: entity.certificate.address },
      mailingAddress: entity.mailingAddress,
      principal: differs ? { ...principal, mobile: makeMobile(random.fork("mobile")) } : principal
    },
    services: keeps ? [...rows2, other] : rows2
  };
}
function recorded({ name, certificate, mobile: mobile2, email: email2 }) {
  return { name, certificateNumber: certificate.number, mobile: mobile2, email: email2 };
}

// tests/specimens/filing/application.ts
var CANCEL_REASONS = [
  "\u7F51\u7AD9\u4E0D\u518D\u4F7F\u7528\uFF0C\u57DF\u540D\u5DF2\u505C\u6B62\u89E3\u6790\u3002",
  "\u4E1A\u52A1\u8C03\u6574\uFF0C\u4E3B\u4F53\u4E0B\u7F51\u7AD9\u5747\u5DF2\u5173\u95ED\u3002",
  "\u516C\u53F8\u4E1A\u52A1\u8FC1\u79FB\uFF0C\u4E0D\u518D\u8FD0\u8425\u8BE5\u7F51\u7AD9\u3002"
];
var REMOVE_REASONS = [
  "\u7F51\u7AD9\u5DF2\u8FC1\u79FB\u81F3\u5176\u4ED6\u63A5\u5165\u670D\u52A1\u5546\uFF0C\u65B0\u63A5\u5165\u5907\u6848\u5DF2\u5B8C\u6210\u3002",
  "\u4E91\u670D\u52A1\u5230\u671F\u4E0D\u518D\u7EED\u8D39\uFF0C\u5DF2\u5728\u5176\u4ED6\u63A5\u5165\u5546\u529E\u7406\u63A5\u5165\u3002"
];
function makeApplication(plan, applicant) {
  const { entity } = applicant;
  const random = plan.random.fork("application");
  const services = [...applicant.services];
  switch (plan.filingType) {
    case "first-filing":
      return { filingType: "first-filing", entity, services: services.map(asHosted) };
    case "add-provider":
    case "new-service-filed-elsewhere":
    case "new-service-filed-here":
      return {
        filingType: plan.filingType,
        existing: existingOf(plan, applicant),
        entity,
        services: services.map(asHosted)
      };
    case "change": {
      const change = makeChange(random, applicant);
      return {
        filingType: "change",
        existing: existingOf(plan, applicant, change),
        entity,
        services,
        changes: [change]
      };
    }
    case "claim":
      return {
        filingType: "claim",
        existing: existingOf(plan, applicant),
        claimed: {
          filedWith: "\u4E07\u7F51",
          filedOn: `200${random.int(6, 9)}-0${random.int(1, 9)}-15`,
          wasTransferred: false,
          madeOn: "computer"
        },
        entity,
        services
      };
    case "cancel-entity":
      return {
        filingType: "cancel-entity",
        existing: existingOf(plan, applicant),
        entity,
        reason: random.pick(CANCEL_REASONS)
      };
    case "cancel-service":
      return {
        filingType: "cancel-service",
        existing: existingOf(plan, applicant),
        entity,
        services,
        reason: random.pick(CANCEL_REASONS)
      };
    case "remove-provider":
      return {
        filingType: "remove-provider",
        existing: existingOf(plan, applicant),
        entity,
        services,
        reason: random.pick(REMOVE_REASONS)
      };
  }
}
function makeChange(random, applicant) {
  const { name, nature } = applicant.entity;
  if (nature === "enterprise") {
    return { field: "entity.name", before: formerName(name), after: name };
  }
  return {
    field: "entity.principal.mobile",
    before: makeMobile(random),
    after: applicant.principal.record.mobile
  };
}
function existingOf(plan, applicant, change) {
  const { existing, entity, services } = applicant;
  if (existing === void 0) {
    throw new Error("this filing type builds on an earlier filing");
  }
  const formerMobile = change?.field === "entity.principal.mobile" ? change.before : void 0;
  const { entityIcpNumber } = existing;
  return {
    ...existing,
    recordOnFile: makeRecordOnFile(plan, { entity, services, entityIcpNumber, formerMobile })
  };
}
function asHosted(service) {
  const { access, ...rest } = service;
  if (access === void 0) {
    throw new Error("a hosted service has access data");
  }
  return { ...rest, access };
}

// tests/specimens/filing/documents.ts
var DOMAIN_CERTIFICATE_PROVINCES = /* @__PURE__ */ new Set([
  "320000",
  "430000",
  "520000",
  "610000",
  "650000",
  "150000"
]);
var VERIFICATION_FORM_PROVINCES = /* @__PURE__ */ new Set([
  "110000",
  "120000",
  "310000",
  "370000",
  "450000",
  "500000",
  "530000",
  "620000",
  "640000"
]);
function planDocuments(plan, applicant) {
  const wanted = [
    ...entityPapers(applicant),
    ...personPapers("entity-principal", applicant.principal),
    ...applicant.servicePrincipal === applicant.principal ? [] : personPapers("service-principal", applicant.servicePrincipal),
    ...plan.extras.has("residence-permit") ? residencePapers(applicant.principal) : [],
    ...plan.hosted ? hostedPapers(plan, applicant) : [],
    ...orderPapers(plan, applicant)
  ];
  const sealed = applicant.organisation !== void 0;
  return wanted.map(({ person, service, ...place }, index) => ({
    entry: nameDocument(place, index, service),
    person,
    ...service === void 0 ? {} : { service },
    sealed,
    signed: true,
    clothing: "plain",
    flaws: []
  }));
}
function planPhoto(applicant, index) {
  const { servicePrincipal } = applicant;
  const place = { kind: "backdrop-photo", face: "face", owner: "service-principal" };
  return {
    entry: nameDocument(place, index, void 0),
    person: servicePrincipal,
    sealed: false,
    signed: true,
    clothing: "plain",
    flaws: []
  };
}
function nameDocument(place, index, service) {
  const number = String(index + 1).padStart(2, "0");
  const id = `d${number}-${place.kind}`.slice(0, 40);
  const face2 = place.face === "portrait" || place.face === "emblem" || place.face === "back" ? `-${place.face}` : "";
  return {
    id,
    ...place,
    ...service === void 0 ? {} : { serviceId: service.id },
    file: `documents/${number}-${place.kind}${face2}.jpg`
  };
}
function entityPapers(applicant) {
  const { organisation, principal } = applicant;
  return organisation === void 0 ? [] : [{ kind: organisation.certificateKind, face: "face", owner: "entity", person: principal }];
}
function personPapers(owner, person) {
  switch (person.paper) {
    case "resident-id":
    case "hkmt-residence-permit":
      return [
        { kind: person.paper, face: "portrait", owner, person },
        { kind: person.paper, face: "emblem", owner, person }
      ];
    case "hk-macao-permit":
      return [
        { kind: "hk-macao-permit", face: "face", owner, person },
        { kind: "hk-macao-permit", face: "back", owner, person }
      ];
    case "passport":
      return [{ kind: "passport", face: "face", owner, person }];
  }
}
function residencePapers(person) {
  return [
    { kind: "residence-permit", face: "face", owner: "entity-principal", person },
    { kind: "residence-permit", face: "back", owner: "entity-principal", person }
  ];
}
function hostedPapers(plan, applicant) {
  const { code } = plan.province;
  const { organisation, principal, servicePrincipal } = applicant;
  const page = (kind, owner, person) => ({
    kind,
    face: "page",
    owner,
    person
  });
  return [
    page("filing-commitment", "entity", principal),
    ...code === "320000" ? [page("responsibility-notice", "service-principal", servicePrincipal)] : [],
    ...code === "320000" ? [page("authenticity-commitment", "service-principal", servicePrincipal)] : [],
    ...VERIFICATION_FORM_PROVINCES.has(code) ? [page("verification-form", "entity", principal)] : [],
    ...code === "410000" && organisation !== void 0 ? [page("no-preapproval-commitment", "entity", principal)] : [],
    ...code === "650000" || code === "540000" && plan.filingType === "first-filing" ? [page("party-building-confirmation", "entity", principal)] : [],
    ...servicePrincipal === principal ? [] : [page("authorization-letter", "entity", principal)],
    ...organisation?.nature === "institution" || organisation?.nature === "government" ? [page("institution-site-approval", "entity", principal)] : [],
    ...applicant.services.flatMap((service) => servicePapers(code, service, servicePrincipal))
  ];
}
function servicePapers(provinceCode, service, person) {
  const owner = "service";
  return [
    ...DOMAIN_CERTIFICATE_PROVINCES.has(provinceCode) ? [{ kind: "domain-certificate", face: "face", owner, person, service }] : [],
    ...service.kind === "app" ? [
      { kind: "app-evidence", face: "face", owner, person, service },
      { kind: "app-evidence", face: "page", owner, person, service }
    ] : [],
    ...service.preApprovals.map(
      () => ({ kind: "pre-approval", face: "page", owner, person, service })
    )
  ];
}
function orderPapers(plan, applicant) {
  const { principal } = applicant;
  const page = (kind) => ({ kind, face: "page", owner: "entity", person: principal });
  switch (plan.filingType) {
    case "change":
      return plan.nature === "enterprise" ? [page("name-change-letter")] : [];
    case "cancel-entity":
    case "cancel-service":
      return [page("deregistration-statement")];
    case "claim":
      return [page("supplementary")];
    case "first-filing":
    case "add-provider":
    case "new-service-filed-elsewhere":
    case "new-service-filed-here":
    case "remove-provider":
      return [];
  }
}

// tests/specimens/looks/renderFull.ts
import sharp2 from "sharp";

// tests/specimens/random.ts
function createRandom(seed) {
  const next = mulberry32(hashText(seed));
  const int = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (items) => {
    const item = items[int(0, items.length - 1)];
    if (item === void 0) {
      throw new RangeError("cannot pick from an empty list");
    }
    return item;
  };
  const letters = (alphabet, count) => Array.from({ length: count }, () => alphabet.charAt(int(0, alphabet.length - 1))).join("");
  return {
    next,
    int,
    pick,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    digits: (count) => letters("0123456789", count),
    hex: (count) => letters("0123456789abcdef", count),
    fork: (label) => createRandom(`${seed}/${label}`)
  };
}
function hashText(value) {
  let hash = 2166136261;
  for (let index = 0; index < value.length; index += 1) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 16777619);
  }
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  hash = Math.imul(hash ^ hash >>> 13, 3266489909);
  return (hash ^ hash >>> 16) >>> 0;
}
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}

// tests/specimens/pictures/svg.ts
function escapeText(value) {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
function text3(x, y, value, style) {
  const attributes = [
    `x="${round(x)}" y="${round(y)}" font-size="${round(style.size)}"`,
    `fill="${style.fill ?? "#1c1c1c"}" font-weight="${String(style.weight ?? 400)}"`,
    style.anchor === void 0 ? "" : `text-anchor="${style.anchor}"`,
    style.spacing === void 0 ? "" : `letter-spacing="${round(style.spacing)}"`,
    style.opacity === void 0 ? "" : `fill-opacity="${String(style.opacity)}"`,
    style.transform === void 0 ? "" : `transform="${style.transform}"`
  ];
  return `<text xml:space="preserve" ${attributes.filter((part) => part !== "").join(" ")}>${escapeText(value)}</text>`;
}
function lines(x, y, values, leading, style) {
  return values.map((value, index) => text3(x, y + index * leading, value, style)).join("");
}
function rect(x, y, width, height, attributes) {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${attributes}/>`;
}
function line(x1, y1, x2, y2, attributes) {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ${attributes}/>`;
}
function group(transform, body) {
  return `<g transform="${transform}">${body}</g>`;
}
function textEms(value) {
  return Array.from(value).reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) > 11904 ? 1 : 0.57),
    0
  );
}
function wrap(value, ems) {
  const result = [];
  let current = "";
  for (const character of value) {
    if (textEms(current + character) > ems && !"\uFF0C\u3002\uFF1B\uFF1A\u3001\uFF09\u201D".includes(character)) {
      result.push(current);
      current = "";
    }
    current += character;
  }
  return current === "" ? result : [...result, current];
}
function fitSize(value, width, size) {
  return Math.min(size, width / Math.max(textEms(value), 1));
}
function round(value) {
  return String(Math.round(value * 100) / 100);
}

// tests/specimens/pictures/marks.ts
function drawSeal(name, word, seed) {
  const random = createRandom(`${seed}/seal/${name}`);
  const characters = Array.from(name);
  const span = Math.min(300, 40 + characters.length * 19);
  const size = Math.min(26, 430 / characters.length + 6);
  const arc = characters.map((character, index) => {
    const angle = characters.length === 1 ? 0 : -span / 2 + span * index / (characters.length - 1);
    return group(
      `rotate(${round(angle)})`,
      text3(0, -66, character, { size, weight: 500, anchor: "middle", fill: "#c8161d" })
    );
  });
  const word2 = text3(0, 58, word, { size: 18, weight: 500, anchor: "middle", fill: "#c8161d" });
  const gaps = Array.from({ length: 5 }, () => {
    const angle = random.between(0, 360);
    return `<circle cx="${round(Math.cos(angle) * random.between(20, 95))}" cy="${round(Math.sin(angle) * random.between(20, 95))}" r="${round(random.between(3, 10))}" fill="#fdf6f2" fill-opacity="0.55"/>`;
  });
  const body = `<circle r="96" fill="none" stroke="#c8161d" stroke-width="5.5"/>${drawStar(30, "#c8161d")}${arc.join("")}${word2}${gaps.join("")}`;
  const turn = round(random.between(-16, 16));
  const ink = round(random.between(0.72, 0.88));
  return `<g transform="rotate(${turn})" fill-opacity="${ink}" stroke-opacity="${ink}">${body}</g>`;
}
function drawStar(radius, fill) {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = Math.PI / 5 * index - Math.PI / 2;
    const reach = index % 2 === 0 ? radius : radius * 0.4;
    return `${round(Math.cos(angle) * reach)},${round(Math.sin(angle) * reach)}`;
  });
  return `<polygon points="${points.join(" ")}" fill="${fill}"/>`;
}
function drawOrnament(radius) {
  const scale = radius / 100;
  const rays = Array.from({ length: 24 }, (_, index) => {
    const angle = Math.PI / 12 * index;
    return `<line x1="${round(Math.cos(angle) * 52)}" y1="${round(Math.sin(angle) * 52)}" x2="${round(Math.cos(angle) * 72)}" y2="${round(Math.sin(angle) * 72)}" stroke="#e2b33c" stroke-width="3"/>`;
  });
  const grains = Array.from({ length: 26 }, (_, index) => {
    const angle = index * 360 / 26;
    return `<g transform="rotate(${round(angle)})"><ellipse cx="0" cy="-89" rx="6.5" ry="12" transform="rotate(38 0 -89)" fill="#e2b33c" stroke="#a97a18" stroke-width="1.4"/></g>`;
  });
  return `<g transform="scale(${round(scale)})"><circle r="100" fill="#b3151b"/><circle r="76" fill="#c51f22" stroke="#e2b33c" stroke-width="3"/>${rays.join("")}${grains.join("")}<circle r="46" fill="#b3151b" stroke="#e2b33c" stroke-width="2.5"/>${drawStar(36, "#f0c64f")}</g>`;
}
function drawSignature(x, y, name, size, seed) {
  const margin = size * 0.3;
  const width = Math.ceil(Array.from(name).length * size * 0.96 + margin * 3);
  const body = group(`translate(${round(margin)} ${round(size * 1.25)})`, penStrokes(name, size, seed));
  return {
    x: x - margin,
    y: y - size * 1.25,
    width,
    height: Math.ceil(size * 1.9),
    body,
    shake: size * 0.075,
    seed
  };
}
function penStrokes(name, size, seed) {
  const random = createRandom(`${seed}/signature/${name}`);
  const lean = random.between(-14, -6);
  const ink = random.pick(["#1b1d2a", "#15161c", "#20263f"]);
  const characters = Array.from(name).map((character, index) => {
    const x = index * size * random.between(0.8, 0.92);
    const y = random.between(-0.08, 0.08) * size - index * size * 0.05;
    const turn = random.between(-9, 9);
    const grow = size * random.between(0.92, 1.14);
    return `<g transform="translate(${round(x)} ${round(y)}) rotate(${round(turn)}) skewX(${round(lean)})"><text font-size="${round(grow)}" font-weight="300" fill="${ink}" stroke="${ink}" stroke-width="${round(size * random.between(0.012, 0.03))}">${escapeText(character)}</text></g>`;
  });
  const width = characters.length * size * 0.86;
  const tail = `M${round(width * 0.1)} ${round(size * 0.16)} C${round(width * 0.4)} ${round(size * random.between(0.02, 0.3))} ${round(width * 0.8)} ${round(size * random.between(-0.2, 0.1))} ${round(width * 1.12)} ${round(size * random.between(-0.35, 0))}`;
  return `${characters.join("")}<path d="${tail}" fill="none" stroke="${ink}" stroke-width="${round(size * 0.035)}" stroke-linecap="round" stroke-opacity="0.85"/>`;
}
function drawFingerprint(seed) {
  const random = createRandom(`${seed}/finger`);
  const ridges = Array.from({ length: 8 }, (_, index) => {
    const rx = 4 + index * 4;
    return `<ellipse cx="${round(random.between(-1.5, 1.5))}" cy="${round(4 - index)}" rx="${round(rx)}" ry="${round(rx * 1.28)}" fill="none" stroke="#c22a22" stroke-width="2.2" stroke-dasharray="${round(random.between(14, 40))} ${round(random.between(1, 4))}" stroke-opacity="0.75"/>`;
  });
  return `<g transform="rotate(${round(random.between(-20, 20))})">${ridges.join("")}</g>`;
}

// tests/specimens/pictures/documents/letter.ts
var SHEET = { width: 1e3, height: 1414, setting: "sheet" };
function drawLetter(letter, marks) {
  const size = 29;
  let y = 380;
  const paragraphs = letter.paragraphs.map((paragraph) => {
    const wrapped = wrap(`\u3000\u3000${paragraph}`, 26.4);
    const block = lines(118, y, wrapped, 54, { size });
    y += wrapped.length * 54 + 16;
    return block;
  });
  const foot = Math.max(y + 90, 1010);
  const body = [
    rect(0, 0, SHEET.width, SHEET.height, 'fill="#fdfdfb"'),
    text3(SHEET.width / 2, 190, letter.title, {
      size: fitSize(letter.title, 720, 48),
      weight: 700,
      anchor: "middle",
      spacing: 3
    }),
    line(118, 232, 882, 232, 'stroke="#333333" stroke-width="2"'),
    text3(118, 310, letter.address, { size, weight: 500 }),
    ...paragraphs,
    drawFoot(foot, letter, marks),
    text3(882, 1376, "\u6837\u672C SPECIMEN", { size: 15, anchor: "end", fill: "#8d8d8d" })
  ];
  const signature = drawSignature(
    500,
    foot - 2,
    letter.signer,
    letter.signer.length > 6 ? 34 : 62,
    marks.seed
  );
  return { ...SHEET, body: body.join(""), overlays: marks.signed ? [signature] : [] };
}
function drawFoot(y, letter, marks) {
  return [
    text3(470, y, `${letter.signerLabel}\uFF1A`, { size: 28, anchor: "end", weight: 500 }),
    line(480, y + 12, 860, y + 12, 'stroke="#444444" stroke-width="1.6"'),
    text3(470, y + 96, "\u65E5\u671F\uFF1A", { size: 28, anchor: "end", weight: 500 }),
    text3(520, y + 96, "\u3000\u3000\u3000\u5E74\u3000\u3000\u3000\u6708\u3000\u3000\u3000\u65E5", { size: 28 }),
    marks.signed && marks.fingerprint ? group(`translate(800 ${String(y - 8)})`, drawFingerprint(marks.seed)) : "",
    marks.sealName === void 0 ? "" : group(`translate(730 ${String(y + 40)}) scale(1.22)`, drawSeal(marks.sealName, "\u516C\u7AE0", marks.seed))
  ].join("");
}

// tests/specimens/pictures/documents/appEvidence.ts
var SYSTEMS = { android: "Android", ios: "iOS", harmony: "HarmonyOS", "mini-program": "\u5C0F\u7A0B\u5E8F" };
var COLOURS = [
  ["#2f6fd0", "#58b0f0"],
  ["#0f8a6d", "#67cf9a"],
  ["#c4572a", "#f0a45c"],
  ["#6247a8", "#a48be0"],
  ["#28343f", "#6f8496"]
];
function drawAppIcon(service) {
  return { width: 512, height: 512, setting: "plain", body: iconBody(service) };
}
function drawAppFeatures(service) {
  const random = createRandom(`features/${service.app?.platforms[0]?.packageName ?? service.name}`);
  let y = 400;
  const blocks = (service.app?.platforms ?? []).map((platform) => {
    const rows2 = [
      ["\u8FD0\u884C\u5E73\u53F0", SYSTEMS[platform.os]],
      [platform.os === "ios" ? "Bundle ID" : "\u8F6F\u4EF6\u5305\u540D\u79F0", platform.packageName],
      [platform.os === "ios" ? "\u8BC1\u4E66 SHA-1" : "\u8BC1\u4E66 MD5", platform.publicKeyMd5 ?? ""],
      ["\u516C\u94A5", random.hex(88)]
    ];
    const block = rows2.map(([label, value]) => {
      const wrapped = wrap(value, 23);
      const height = wrapped.length * 34 + 22;
      const row = rect(90, y, 820, height, 'fill="none" stroke="#555555" stroke-width="1.4"') + line(290, y, 290, y + height, 'stroke="#555555" stroke-width="1.4"') + text3(106, y + 36, label, { size: 24, weight: 500 }) + lines(306, y + 36, wrapped, 34, { size: 24 });
      y += height;
      return row;
    });
    y += 26;
    return block.join("");
  });
  const body = [
    rect(0, 0, SHEET.width, SHEET.height, 'fill="#fdfdfb"'),
    text3(500, 150, "APP\u7279\u5F81\u4FE1\u606F", { size: 46, weight: 700, anchor: "middle", spacing: 4 }),
    group("translate(90 200) scale(0.28)", iconBody(service)),
    text3(270, 258, `APP\u540D\u79F0\uFF1A${service.name}`, {
      size: fitSize(`APP\u540D\u79F0\uFF1A${service.name}`, 620, 30),
      weight: 500
    }),
    text3(270, 314, `\u57DF\u540D\uFF1A${service.domains.map((domain) => domain.name).join("\u3001")}`, { size: 26 }),
    ...blocks,
    text3(910, 1384, "\u6837\u672C SPECIMEN", { size: 15, anchor: "end", fill: "#8d8d8d" })
  ];
  return { ...SHEET, body: body.join("") };
}
function iconBody(service) {
  const random = createRandom(`icon/${service.name}`);
  const [dark, light] = random.pick(COLOURS);
  const petals = random.int(3, 7);
  const shapes = Array.from(
    { length: petals },
    (_, index) => `<ellipse cx="256" cy="150" rx="${round(random.between(38, 54))}" ry="92" transform="rotate(${round(360 / petals * index)} 256 256)" fill="#ffffff" fill-opacity="0.5"/>`
  );
  return `<defs><linearGradient id="icon" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient></defs><rect width="512" height="512" fill="url(#icon)"/>${shapes.join("")}<circle cx="256" cy="256" r="86" fill="${dark}"/>${text3(256, 298, Array.from(service.name)[0] ?? "\u6837", { size: 118, weight: 900, anchor: "middle", fill: "#ffffff" })}`;
}

// tests/specimens/pictures/figure.ts
var SKINS = ["#f0cfb0", "#eac4a2", "#f4d8bd", "#e3b78f", "#efc9a6"];
var HAIRS = ["#17130f", "#241a14", "#1b1716", "#2f231c"];
function drawFigure(person, cloth) {
  const features = featuresOf(person);
  return [
    hairBehind(features),
    torso(features, cloth),
    neck(features),
    head(features),
    hairFront(features),
    face(features)
  ].join("");
}
function featuresOf(person) {
  const random = createRandom(person.faceSeed);
  const skin = random.pick(SKINS);
  return {
    skin,
    shade: darken(skin, 0.86),
    hair: random.pick(HAIRS),
    width: random.between(74, 88),
    jaw: random.between(0.62, 0.86),
    eyes: random.between(31, 37),
    brow: random.between(3.4, 6.4),
    mouth: random.between(19, 28),
    nose: random.between(11, 16),
    style: random.int(0, 2),
    glasses: random.chance(0.28),
    male: person.sex === "male"
  };
}
function torso(features, cloth) {
  const dark = darken(cloth, 0.78);
  const width = features.male ? 178 : 150;
  const left = 200 - width;
  const right = 200 + width;
  const body = `M${round(left)} 520 C${round(left + 4)} 432 ${round(left + 50)} 402 152 384 L200 430 L248 384 C${round(right - 50)} 402 ${round(right - 4)} 432 ${round(right)} 520 Z`;
  const collar = features.male ? `<path d="M158 380 L200 436 L242 380 L262 396 L222 452 L200 438 L178 452 L138 396 Z" fill="${darken(cloth, 1.12)}" stroke="${dark}" stroke-width="2"/>` : `<path d="M150 386 C170 430 230 430 250 386" fill="none" stroke="${dark}" stroke-width="7"/>`;
  const folds = `<path d="M${round(left + 54)} 520 C${round(left + 62)} 470 ${round(left + 58)} 450 ${round(left + 66)} 432 M${round(right - 54)} 520 C${round(right - 62)} 470 ${round(right - 58)} 450 ${round(right - 66)} 432 M200 440 L202 520" fill="none" stroke="${dark}" stroke-width="3" stroke-opacity="0.6"/>`;
  return `<path d="${body}" fill="${cloth}"/><path d="${body}" fill="url(#clothShade)"/>${folds}${collar}`;
}
function neck({ skin, shade }) {
  return `<path d="M164 310 L164 376 C170 404 190 424 200 430 C210 424 230 404 236 376 L236 310 Z" fill="${skin}"/><path d="M164 330 C180 362 220 362 236 330 L236 350 C220 384 180 384 164 350 Z" fill="${shade}" fill-opacity="0.75"/>`;
}
function headPath({ width, jaw }) {
  const chin = width * jaw;
  return `M${round(200 - width)} 196 C${round(200 - width)} 120 ${round(200 + width)} 120 ${round(200 + width)} 196 C${round(200 + width)} 262 ${round(200 + chin)} 306 ${round(200 + chin * 0.52)} 334 C${round(200 + chin * 0.28)} 350 ${round(200 - chin * 0.28)} 350 ${round(200 - chin * 0.52)} 334 C${round(200 - chin)} 306 ${round(200 - width)} 262 ${round(200 - width)} 196 Z`;
}
function head(features) {
  const { width, skin, shade } = features;
  const ear = (side) => `<ellipse cx="${round(200 + side * (width + 3))}" cy="226" rx="11" ry="23" fill="${skin}"/><ellipse cx="${round(200 + side * (width + 3))}" cy="228" rx="5" ry="13" fill="${shade}"/>`;
  return `${ear(-1)}${ear(1)}<path d="${headPath(features)}" fill="${skin}"/><path d="${headPath(features)}" fill="url(#faceShade)"/>`;
}
function hairBehind({ male, style, hair, width }) {
  if (male || style === 2) {
    return "";
  }
  const length = style === 0 ? 420 : 330;
  const w = width + 24;
  return `<path d="M${round(200 - w)} 200 C${round(200 - w)} 90 ${round(200 + w)} 90 ${round(200 + w)} 200 L${round(200 + w + 4)} ${String(length)} C${round(200 + w - 30)} ${String(length + 14)} ${round(200 - w + 30)} ${String(length + 14)} ${round(200 - w - 4)} ${String(length)} Z" fill="${hair}"/>`;
}
function hairFront({ male, style, hair, width }) {
  const w = width + (male ? 5 : 9);
  const top = male ? 44 : 36;
  const fringe = [
    `C${round(200 + w * 0.55)} 150 ${round(200 - w * 0.1)} 146 ${round(200 - w * 0.45)} 172 C${round(200 - w * 0.7)} 178 ${round(200 - w * 0.86)} 190 ${round(200 - w + 9)} 226`,
    `C${round(200 + w * 0.6)} 168 ${round(200 + w * 0.2)} 160 ${round(200 - w * 0.1)} 164 C${round(200 - w * 0.5)} 164 ${round(200 - w * 0.8)} 176 ${round(200 - w + 9)} 226`,
    `C${round(200 + w * 0.7)} 142 ${round(200 + w * 0.2)} 132 200 140 C${round(200 - w * 0.3)} 132 ${round(200 - w * 0.75)} 150 ${round(200 - w + 9)} 226`
  ][style];
  const cap = `M${round(200 - w)} 226 C${round(200 - w - 12)} ${String(top)} ${round(200 + w + 12)} ${String(top)} ${round(200 + w)} 226 L${round(200 + w - 9)} 226 C${round(200 + w - 12)} 196 ${round(200 + w * 0.86)} 180 ${round(200 + w * 0.7)} 168 ${fringe ?? ""} Z`;
  const bun = !male && style === 2 ? `<ellipse cx="200" cy="82" rx="36" ry="26" fill="${hair}"/>` : "";
  return `${bun}<path d="${cap}" fill="${hair}"/><path d="M${round(200 - w * 0.5)} 116 C${round(200 - w * 0.1)} 98 ${round(200 + w * 0.4)} 100 ${round(200 + w * 0.66)} 128" fill="none" stroke="#6b5b50" stroke-width="5" stroke-opacity="0.28"/>`;
}
function face({ eyes, brow, mouth, nose, shade, hair, glasses, male }) {
  const eye = (side) => {
    const x = 200 + side * eyes;
    return [
      `<path d="M${round(x - 17)} 224 C${round(x - 8)} 212 ${round(x + 8)} 212 ${round(x + 17)} 224 C${round(x + 8)} 233 ${round(x - 8)} 233 ${round(x - 17)} 224 Z" fill="#fbf8f4"/>`,
      `<circle cx="${round(x)}" cy="222" r="8" fill="#2b1c14"/><circle cx="${round(x + 2.6)}" cy="219" r="2.3" fill="#ffffff"/>`,
      `<path d="M${round(x - 18)} 224 C${round(x - 8)} 210 ${round(x + 8)} 210 ${round(x + 18)} 224" fill="none" stroke="#2a1d17" stroke-width="${male ? "2.6" : "3.6"}"/>`,
      `<path d="M${round(x - 21)} ${round(204 + side * -1)} C${round(x - 8)} 194 ${round(x + 10)} 194 ${round(x + 21)} ${round(204 + side)}" fill="none" stroke="${hair}" stroke-width="${round(brow)}" stroke-linecap="round"/>`
    ].join("");
  };
  const lens = (side) => `<rect x="${round(200 + side * (eyes + 1) - 25)}" y="206" width="50" height="36" rx="12" fill="#dfe8ee" fill-opacity="0.18" stroke="#2c2c30" stroke-width="3.4"/>`;
  const spectacles = glasses ? `${lens(-1)}${lens(1)}<path d="M${round(200 - eyes + 24)} 220 Q200 212 ${round(200 + eyes - 24)} 220" fill="none" stroke="#2c2c30" stroke-width="3.4"/>` : "";
  const lips = male ? "#b9705f" : "#c65a56";
  return [
    eye(-1),
    eye(1),
    `<path d="M198 226 C194 246 ${round(200 - nose)} 262 ${round(200 - nose)} 268 C${round(200 - nose * 0.6)} 277 ${round(200 + nose * 0.6)} 277 ${round(200 + nose)} 268 C${round(200 + nose)} 264 ${round(200 + nose * 0.9)} 260 ${round(200 + nose * 0.8)} 258" fill="none" stroke="${shade}" stroke-width="3.2" stroke-linecap="round"/>`,
    `<path d="M${round(200 - mouth)} 299 C${round(200 - mouth * 0.4)} 291 196 294 200 296 C204 294 ${round(200 + mouth * 0.4)} 291 ${round(200 + mouth)} 299 C${round(200 + mouth * 0.4)} 311 ${round(200 - mouth * 0.4)} 311 ${round(200 - mouth)} 299 Z" fill="${lips}"/>`,
    `<path d="M${round(200 - mouth)} 299 C${round(200 - mouth * 0.3)} 302 ${round(200 + mouth * 0.3)} 302 ${round(200 + mouth)} 299" fill="none" stroke="#7a3b34" stroke-width="1.8"/>`,
    spectacles
  ].join("");
}
var FIGURE_DEFS = [
  '<radialGradient id="faceShade" cx="0.42" cy="0.4" r="0.75"><stop offset="0" stop-color="#ffffff" stop-opacity="0.22"/><stop offset="0.55" stop-color="#ffffff" stop-opacity="0"/><stop offset="1" stop-color="#7a4a2c" stop-opacity="0.3"/></radialGradient>',
  '<linearGradient id="clothShade" x1="0" x2="1"><stop offset="0" stop-color="#000000" stop-opacity="0.22"/><stop offset="0.4" stop-color="#ffffff" stop-opacity="0.1"/><stop offset="1" stop-color="#000000" stop-opacity="0.28"/></linearGradient>'
].join("");
function darken(colour, factor) {
  const channel = (at) => Math.min(255, Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * factor)).toString(16).padStart(2, "0");
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

// tests/specimens/pictures/documents/backdropPhoto.ts
var WIDTH = 1500;
var HEIGHT = 1125;
var PLAIN2 = ["#3d3f45", "#6a6258", "#e8e4da", "#7c8072", "#2f3330", "#b9ab93"];
function drawBackdropPhoto(person, clothing, seed) {
  const random = createRandom(`${seed}/photo`);
  const cloth = clothing === "red" ? "#b5242b" : clothing === "blue" ? "#2455a8" : random.pick(PLAIN2);
  const scale = random.between(1.72, 1.86);
  const x = WIDTH / 2 - 200 * scale + random.between(-24, 24);
  const y = HEIGHT - 500 * scale;
  const body = [
    `<defs>${FIGURE_DEFS}<linearGradient id="wall" x1="0" y1="0" x2="1" y2="0.3"><stop offset="0" stop-color="#eaf1f8"/><stop offset="0.5" stop-color="#fafcfe"/><stop offset="1" stop-color="#dbe6f1"/></linearGradient><radialGradient id="fall" cx="0.5" cy="0.5" r="0.5"><stop offset="0" stop-color="#1d2c3d" stop-opacity="0.34"/><stop offset="1" stop-color="#1d2c3d" stop-opacity="0"/></radialGradient></defs>`,
    rect(0, 0, WIDTH, HEIGHT, 'fill="url(#wall)"'),
    backdropPattern(),
    `<ellipse cx="${round(x + 200 * scale + 34)}" cy="${round(y + 300 * scale)}" rx="${round(210 * scale)}" ry="${round(250 * scale)}" fill="url(#fall)"/>`,
    group(`translate(${round(x)} ${round(y)}) scale(${round(scale)})`, drawFigure(person, cloth))
  ];
  return { width: WIDTH, height: HEIGHT, setting: "scene", body: body.join("") };
}
function backdropPattern() {
  const marks = [];
  for (let row = 0; row < 6; row += 1) {
    for (let column2 = 0; column2 < 5; column2 += 1) {
      const x = column2 * 330 + (row % 2 === 0 ? 30 : -135);
      const y = 120 + row * 190;
      marks.push(
        `<g transform="translate(${String(x)} ${String(y - 30)})"><path d="M0 20 a20 20 0 0 1 8 -38 a28 28 0 0 1 52 8 a16 16 0 0 1 -4 30 Z" fill="#2f7fd1"/></g>`,
        text3(x + 80, y, "\u793A\u4F8B\u4E91", { size: 46, weight: 700, fill: "#2f7fd1", spacing: 3 }),
        text3(x + 80, y + 30, "\u7F51\u7AD9\u5907\u6848\u4E13\u7528", { size: 22, fill: "#5b95d3", spacing: 5 })
      );
    }
  }
  const title = rect(0, 0, WIDTH, 74, 'fill="#2a6fbd"') + text3(WIDTH / 2, 53, "\u793A\u4F8B\u4E91\u8BA1\u7B97\u6709\u9650\u516C\u53F8\u3000\u7F51\u7AD9\u5907\u6848\u5E55\u5E03", {
    size: 42,
    weight: 700,
    anchor: "middle",
    fill: "#ffffff",
    spacing: 8
  });
  return `${marks.join("")}${title}`;
}

// tests/specimens/pictures/certificateFrame.ts
function drawCertificateFrame(style) {
  const { width, height, ink, paper } = style;
  return [
    rect(0, 0, width, height, `fill="${paper}"`),
    guilloche(width, height, ink),
    rect(34, 34, width - 68, height - 68, `fill="none" stroke="${ink}" stroke-width="9"`),
    rect(52, 52, width - 104, height - 104, `fill="none" stroke="${ink}" stroke-width="2"`),
    borderPattern(width, height, ink),
    corners(width, height, ink),
    group(`translate(${String(width / 2)} 128)`, drawOrnament(62)),
    text3(width / 2, 268, style.title, {
      size: style.titleSize,
      weight: 900,
      anchor: "middle",
      spacing: style.titleSpacing
    }),
    text3(width - 70, height - 9, "\u6837\u672C SPECIMEN \xB7 \u4EC5\u4F9B\u6F14\u793A", {
      size: 14,
      anchor: "end",
      fill: "#9a8a6a",
      opacity: 0.9
    })
  ].join("");
}
function guilloche(width, height, ink) {
  const rings = Array.from({ length: 9 }, (_, index) => {
    const rx = 90 + index * 46;
    return `<ellipse cx="${String(width / 2)}" cy="${String(height * 0.58)}" rx="${String(rx)}" ry="${String(rx * 0.62)}" fill="none" stroke="${ink}" stroke-width="1.2" stroke-opacity="0.13"/>`;
  });
  const waves = Array.from({ length: 26 }, (_, index) => {
    const y = 80 + index * ((height - 160) / 26);
    return `<path d="M60 ${String(y)} q60 -16 120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0" fill="none" stroke="${ink}" stroke-width="0.9" stroke-opacity="0.16"/>`;
  });
  return `<g clip-path="url(#inner)">${rings.join("")}${waves.join("")}</g><clipPath id="inner"><rect x="56" y="56" width="${String(width - 112)}" height="${String(height - 112)}"/></clipPath>`;
}
function borderPattern(width, height, ink) {
  const step = 22;
  const diamonds = [];
  for (let x = 70; x < width - 66; x += step) {
    diamonds.push(diamond(x, 43, ink), diamond(x, height - 43, ink));
  }
  for (let y = 70; y < height - 66; y += step) {
    diamonds.push(diamond(43, y, ink), diamond(width - 43, y, ink));
  }
  return diamonds.join("");
}
function diamond(x, y, ink) {
  return `<path d="M${String(x - 7)} ${String(y)} L${String(x)} ${String(y - 7)} L${String(x + 7)} ${String(y)} L${String(x)} ${String(y + 7)} Z" fill="#fffaf0" stroke="${ink}" stroke-width="1.6"/>`;
}
function corners(width, height, ink) {
  const one = (x, y, sx, sy) => `<g transform="translate(${String(x)} ${String(y)}) scale(${String(sx)} ${String(sy)})"><path d="M0 74 V14 Q0 0 14 0 H74 M14 60 V28 Q14 14 28 14 H60 M30 30 q16 2 20 20 q-18 -4 -20 -20" fill="none" stroke="${ink}" stroke-width="4"/></g>`;
  return `${one(64, 64, 1, 1)}${one(width - 64, 64, -1, 1)}${one(64, height - 64, 1, -1)}${one(width - 64, height - 64, -1, -1)}`;
}

// tests/specimens/pictures/qrCode.ts
import { create } from "qrcode";
function drawQrCode(content, size) {
  const { modules } = create(content, { errorCorrectionLevel: "M" });
  const step = size / modules.size;
  const squares = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column2 = 0; column2 < modules.size; column2 += 1) {
      if (modules.get(row, column2) === 1) {
        squares.push(
          `M${round(column2 * step)} ${round(row * step)}h${round(step)}v${round(step)}h-${round(step)}z`
        );
      }
    }
  }
  return `${rect(-6, -6, size + 12, size + 12, 'fill="#ffffff"')}<path d="${squares.join("")}" fill="#141414"/>`;
}

// tests/specimens/pictures/documents/businessLicence.ts
var WIDTH2 = 1420;
var HEIGHT2 = 1e3;
function drawBusinessLicence(organisation, sealed) {
  const trader = organisation.nature === "sole-trader";
  const left = [
    ["\u540D\u79F0", organisation.name],
    ["\u7C7B\u578B", organisation.form.typeLine],
    [organisation.form.leaderLabel, organisation.legalRepresentative],
    ["\u7ECF\u8425\u8303\u56F4", organisation.scope]
  ];
  const right = [
    trader ? ["\u7EC4\u6210\u5F62\u5F0F", "\u4E2A\u4EBA\u7ECF\u8425"] : ["\u6CE8\u518C\u8D44\u672C", organisation.capital],
    [trader ? "\u6CE8\u518C\u65E5\u671F" : "\u6210\u7ACB\u65E5\u671F", chineseDate(organisation.establishedOn)],
    ...trader ? [] : [["\u8425\u4E1A\u671F\u9650", `${chineseDate(organisation.establishedOn)}\u81F3\u957F\u671F`]],
    [trader ? "\u7ECF\u8425\u573A\u6240" : "\u4F4F\u6240", organisation.address]
  ];
  const body = [
    drawCertificateFrame({
      width: WIDTH2,
      height: HEIGHT2,
      ink: "#b58a3a",
      paper: "#fdf8ea",
      title: "\u8425\u4E1A\u6267\u7167",
      titleSize: 84,
      titleSpacing: 26
    }),
    text3(WIDTH2 / 2, 312, "\uFF08\u526F    \u672C\uFF091-1", { size: 26, anchor: "middle", weight: 500 }),
    text3(112, 172, "\u7EDF\u4E00\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801", { size: 23, weight: 500 }),
    text3(112, 206, organisation.number, { size: 28, weight: 700, spacing: 1 }),
    group(
      "translate(1166 128)",
      drawQrCode(`https://licence.example/check?uniscid=${organisation.number}`, 128)
    ),
    lines(1090, 282, ["\u626B\u63CF\u4E8C\u7EF4\u7801\u67E5\u8BE2", "\u4F01\u4E1A\u4FE1\u7528\u4FE1\u606F\uFF08\u6837\u672C\uFF09"], 20, { size: 15, fill: "#4b4436" }),
    column(112, 380, 560, left),
    column(748, 380, 540, right),
    text3(1010, 822, organisation.authority, {
      size: fitSize(organisation.authority, 300, 27),
      weight: 500,
      anchor: "middle"
    }),
    text3(1010, 872, chineseDate(organisation.issuedOn), { size: 27, anchor: "middle", weight: 500 }),
    text3(160, 912, "\u56FD\u5BB6\u4F01\u4E1A\u4FE1\u7528\u4FE1\u606F\u516C\u793A\u7CFB\u7EDF\u7F51\u5740\uFF1Ahttp://publicity.example", { size: 17, fill: "#4b4436" }),
    text3(WIDTH2 - 160, 912, "\u5E02\u573A\u4E3B\u4F53\u5E94\u5F53\u4E8E\u6BCF\u5E741\u67081\u65E5\u81F36\u670830\u65E5\u62A5\u9001\u516C\u793A\u5E74\u5EA6\u62A5\u544A", {
      size: 17,
      anchor: "end",
      fill: "#4b4436"
    }),
    sealed ? group(
      "translate(1010 812) scale(1.02)",
      drawSeal(organisation.authority, "\u767B\u8BB0\u4E13\u7528\u7AE0", organisation.number)
    ) : ""
  ];
  return { width: WIDTH2, height: HEIGHT2, setting: "sheet", body: body.join("") };
}
function column(x, top, width, rows2) {
  const labelWidth = 150;
  const size = 26;
  let y = top;
  return rows2.map(([label, value]) => {
    const values = wrap(value, (width - labelWidth) / size);
    const row = text3(x, y, label, {
      size,
      weight: 500,
      fill: "#3a3120",
      spacing: label.length === 2 ? size * 2 : 0
    }) + lines(x + labelWidth, y, values, size * 1.45, { size, weight: 400 });
    y += Math.max(values.length, 1) * size * 1.45 + 22;
    return row;
  }).join("");
}

// tests/specimens/pictures/documents/domainCertificate.ts
function drawDomainCertificate(service, sealed) {
  const width = 1414;
  const height = 1e3;
  const domain = service.domains[0];
  if (domain === void 0) {
    throw new Error("a domain certificate needs a domain");
  }
  const rows2 = [
    ["\u57DF\u540D", "Domain name", domain.name],
    ["\u57DF\u540D\u6301\u6709\u8005", "Registrant", domain.registrantName],
    ["\u8BC1\u4EF6\u53F7\u7801", "Certificate no.", domain.registrantCertificateNumber ?? "\uFF08\u672A\u663E\u793A\uFF09"],
    ["\u6CE8\u518C\u670D\u52A1\u673A\u6784", "Registrar", domain.registrar],
    ["\u6CE8\u518C\u65F6\u95F4", "Registered on", domain.registeredAt === void 0 ? "" : chineseDate(domain.registeredAt)],
    ["\u5230\u671F\u65F6\u95F4", "Expires on", chineseDate(domain.expiresAt)]
  ];
  const body = [
    rect(0, 0, width, height, 'fill="#fbfdff"'),
    '<path d="M0 0 H1414 V150 C1000 250 500 60 0 190 Z" fill="#dcebf7"/><path d="M0 1000 H1414 V880 C900 800 500 960 0 850 Z" fill="#e6f0f8"/>',
    rect(40, 40, width - 80, height - 80, 'fill="none" stroke="#6f9cc4" stroke-width="4"'),
    rect(54, 54, width - 108, height - 108, 'fill="none" stroke="#a9c6df" stroke-width="2"'),
    text3(width / 2, 190, "\u57DF\u540D\u6CE8\u518C\u8BC1\u4E66", {
      size: 66,
      weight: 700,
      anchor: "middle",
      spacing: 10,
      fill: "#1f4e79"
    }),
    text3(width / 2, 236, "CERTIFICATE OF DOMAIN NAME REGISTRATION", {
      size: 22,
      anchor: "middle",
      spacing: 3,
      fill: "#51789b"
    }),
    ...rows2.map(([label, english, value], index) => {
      const y = 350 + index * 84;
      return text3(190, y, label, { size: 30, weight: 500, fill: "#29465f" }) + text3(190, y + 26, english, { size: 15, fill: "#7d96ab" }) + text3(470, y + 4, value, { size: fitSize(value, 740, 33), weight: 500 }) + line(460, y + 20, 1230, y + 20, 'stroke="#c3d4e2" stroke-width="1.5"');
    }),
    text3(190, 900, "\u672C\u8BC1\u4E66\u4EC5\u8BC1\u660E\u7B7E\u53D1\u65F6\u7684\u6CE8\u518C\u4FE1\u606F\u3002\u6837\u672C SPECIMEN", { size: 18, fill: "#7d96ab" }),
    text3(1180, 884, domain.registrar, { size: 24, weight: 500, anchor: "middle" }),
    sealed ? group("translate(1150 830) scale(0.9)", drawSeal(domain.registrar, "\u57DF\u540D\u4E13\u7528\u7AE0", domain.name)) : ""
  ];
  return { width, height, setting: "sheet", body: body.join("") };
}

// tests/specimens/pictures/documents/letterTexts.ts
function letterText(kind, applicant, application) {
  const { entity, principal, servicePrincipal } = applicant;
  const service = applicant.services[0];
  const site = describeService(service);
  const province = applicant.home.province.nameZh;
  const base2 = {
    address: `${province}\u901A\u4FE1\u7BA1\u7406\u5C40\uFF1A`,
    signer: principal.record.name,
    signerLabel: entity.kind === "individual" ? "\u627F\u8BFA\u4EBA\uFF08\u7B7E\u5B57\uFF09" : "\u6CD5\u5B9A\u4EE3\u8868\u4EBA\uFF08\u7B7E\u5B57\uFF09"
  };
  const identity = `${entity.name}\uFF08\u8BC1\u4EF6\u53F7\u7801\uFF1A${entity.certificate.number}\uFF09`;
  switch (kind) {
    case "filing-commitment":
      return { ...base2, title: "\u4E92\u8054\u7F51\u4FE1\u606F\u670D\u52A1\u5907\u6848\u627F\u8BFA\u4E66", paragraphs: commitment(identity, site) };
    case "authenticity-commitment":
      return {
        ...base2,
        title: "ICP\u5907\u6848\u4FE1\u606F\u771F\u5B9E\u6027\u627F\u8BFA\u4E66",
        signer: servicePrincipal.record.name,
        signerLabel: "\u7F51\u7AD9\u8D1F\u8D23\u4EBA\uFF08\u7B7E\u5B57\uFF09",
        paragraphs: [
          `\u672C\u4EBA${servicePrincipal.record.name}\uFF0C\u7CFB${entity.name}${site}\u7684\u8D1F\u8D23\u4EBA\uFF0C\u5DF2\u9605\u8BFB\u5E76\u77E5\u6089\u300AICP\u5907\u6848\u4FE1\u606F\u771F\u5B9E\u6027\u8D23\u4EFB\u544A\u77E5\u4E66\u300B\u7684\u5168\u90E8\u5185\u5BB9\u3002`,
          "\u672C\u4EBA\u627F\u8BFA\uFF1A\u6240\u63D0\u4EA4\u7684\u5907\u6848\u4FE1\u606F\u771F\u5B9E\u3001\u51C6\u786E\u3001\u5B8C\u6574\uFF1B\u8054\u7CFB\u65B9\u5F0F\u4FDD\u6301\u7545\u901A\uFF1B\u4FE1\u606F\u53D1\u751F\u53D8\u5316\u65F6\u5728\u89C4\u5B9A\u671F\u9650\u5185\u529E\u7406\u53D8\u66F4\uFF1B\u4E0D\u5C06\u57DF\u540D\u3001\u4E91\u670D\u52A1\u8F6C\u501F\u4ED6\u4EBA\u4F7F\u7528\u3002",
          "\u5982\u6709\u865A\u5047\uFF0C\u672C\u4EBA\u613F\u610F\u627F\u62C5\u7531\u6B64\u4EA7\u751F\u7684\u6CD5\u5F8B\u8D23\u4EFB\u3002"
        ]
      };
    case "responsibility-notice":
      return {
        ...base2,
        title: "ICP\u5907\u6848\u4FE1\u606F\u771F\u5B9E\u6027\u8D23\u4EFB\u544A\u77E5\u4E66",
        signer: servicePrincipal.record.name,
        signerLabel: "\u88AB\u544A\u77E5\u4EBA\uFF08\u7B7E\u5B57\uFF09",
        paragraphs: [
          `${entity.name}\uFF1A\u6839\u636E\u300A\u975E\u7ECF\u8425\u6027\u4E92\u8054\u7F51\u4FE1\u606F\u670D\u52A1\u5907\u6848\u7BA1\u7406\u529E\u6CD5\u300B\uFF0C\u73B0\u5C06\u5907\u6848\u4FE1\u606F\u771F\u5B9E\u6027\u8D23\u4EFB\u544A\u77E5\u5982\u4E0B\u3002`,
          "\u4E00\u3001\u586B\u62A5\u865A\u5047\u5907\u6848\u4FE1\u606F\u7684\uFF0C\u7531\u4F4F\u6240\u6240\u5728\u5730\u901A\u4FE1\u7BA1\u7406\u90E8\u95E8\u5173\u95ED\u7F51\u7AD9\u5E76\u6CE8\u9500\u5907\u6848\u3002\u4E8C\u3001\u5907\u6848\u4FE1\u606F\u53D8\u66F4\u7684\uFF0C\u5E94\u5F53\u63D0\u524D\u4E09\u5341\u65E5\u529E\u7406\u53D8\u66F4\u624B\u7EED\u3002\u4E09\u3001\u5907\u6848\u4EBA\u5E94\u5F53\u5728\u7F51\u7AD9\u4E3B\u9875\u5E95\u90E8\u7684\u4E2D\u592E\u4F4D\u7F6E\u6807\u660E\u5907\u6848\u7F16\u53F7\u5E76\u94FE\u63A5\u81F3\u5907\u6848\u7BA1\u7406\u7CFB\u7EDF\u3002",
          "\u56DB\u3001\u5907\u6848\u4EBA\u4E0D\u5F97\u5C06\u5907\u6848\u540E\u7684\u57DF\u540D\u89E3\u6790\u5230\u672A\u5907\u6848\u7684\u7F51\u7AD9\uFF0C\u4E0D\u5F97\u51FA\u79DF\u3001\u51FA\u501F\u5907\u6848\u4E3B\u4F53\u3002\u4EE5\u4E0A\u5185\u5BB9\u672C\u4EBA\u5DF2\u5168\u90E8\u77E5\u6089\u3002"
        ]
      };
    case "no-preapproval-commitment":
      return {
        ...base2,
        title: "\u4E0D\u6D89\u53CA\u524D\u7F6E\u5BA1\u6279\u627F\u8BFA\u4E66",
        paragraphs: [
          `${identity}\u5F00\u529E${site}\u3002`,
          "\u6211\u5355\u4F4D\u90D1\u91CD\u627F\u8BFA\uFF1A\u8BE5\u7F51\u7AD9\u4E0D\u4ECE\u4E8B\u65B0\u95FB\u3001\u51FA\u7248\u3001\u836F\u54C1\u548C\u533B\u7597\u5668\u68B0\u3001\u6587\u5316\u3001\u5E7F\u64AD\u7535\u5F71\u7535\u89C6\u8282\u76EE\u3001\u7F51\u7EDC\u9884\u7EA6\u8F66\u3001\u4E92\u8054\u7F51\u91D1\u878D\u3001\u5B97\u6559\u7B49\u4F9D\u6CD5\u987B\u7ECF\u6709\u5173\u4E3B\u7BA1\u90E8\u95E8\u524D\u7F6E\u5BA1\u6279\u7684\u4E92\u8054\u7F51\u4FE1\u606F\u670D\u52A1\u3002",
          "\u5982\u4ECA\u540E\u62DF\u4ECE\u4E8B\u4E0A\u8FF0\u670D\u52A1\uFF0C\u5C06\u5148\u884C\u53D6\u5F97\u4E3B\u7BA1\u90E8\u95E8\u6279\u51C6\u6587\u4EF6\u5E76\u529E\u7406\u5907\u6848\u53D8\u66F4\u3002"
        ]
      };
    case "authorization-letter":
      return {
        ...base2,
        title: "\u6388\u6743\u4E66",
        paragraphs: [
          `\u5179\u6388\u6743${servicePrincipal.record.name}\uFF08\u8EAB\u4EFD\u8BC1\u53F7\u7801\uFF1A${servicePrincipal.record.certificate.number}\uFF09\u4E3A\u6211\u5355\u4F4D${site}\u7684\u7F51\u7AD9\u8D1F\u8D23\u4EBA\uFF0C\u8D1F\u8D23\u529E\u7406\u5907\u6848\u3001\u4FE1\u606F\u7EF4\u62A4\u53CA\u4E0E\u4E3B\u7BA1\u90E8\u95E8\u8054\u7EDC\u7B49\u4E8B\u9879\u3002`,
          `\u6388\u6743\u4EBA\uFF1A${entity.legalRepresentative ?? principal.record.name}\uFF0C\u7CFB${identity}\u7684\u6CD5\u5B9A\u4EE3\u8868\u4EBA\u3002`,
          "\u6388\u6743\u671F\u9650\uFF1A\u81EA\u7B7E\u7F72\u4E4B\u65E5\u8D77\u4E24\u5E74\u3002\u88AB\u6388\u6743\u4EBA\u5728\u6388\u6743\u8303\u56F4\u5185\u7684\u884C\u4E3A\u7531\u6211\u5355\u4F4D\u627F\u62C5\u8D23\u4EFB\u3002"
        ]
      };
    case "name-change-letter":
      return {
        ...base2,
        address: "\u81F4\u6709\u5173\u5355\u4F4D\uFF1A",
        title: "\u4F01\u4E1A\u540D\u79F0\u53D8\u66F4\u8BC1\u660E",
        paragraphs: [
          `\u7ECF\u6838\u51C6\uFF0C\u539F\u201C${formerName(entity.name)}\u201D\u540D\u79F0\u53D8\u66F4\u4E3A\u201C${entity.name}\u201D\u3002`,
          `\u7EDF\u4E00\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801\uFF1A${entity.certificate.number}\uFF0C\u53D8\u66F4\u524D\u540E\u4E0D\u53D8\u3002\u4F4F\u6240\u3001\u6CD5\u5B9A\u4EE3\u8868\u4EBA\u7B49\u5176\u4ED6\u767B\u8BB0\u4E8B\u9879\u672A\u53D8\u3002`,
          "\u7279\u6B64\u8BC1\u660E\u3002"
        ]
      };
    case "party-building-confirmation":
      return {
        ...base2,
        title: "\u4E92\u8054\u7F51\u4F01\u4E1A\u515A\u5EFA\u5DE5\u4F5C\u786E\u8BA4\u51FD",
        paragraphs: [
          `${identity}\u5F00\u529E${site}\u3002`,
          "\u7ECF\u4E86\u89E3\uFF0C\u8BE5\u5355\u4F4D\uFF08\u4E2A\u4EBA\uFF09\u7684\u515A\u5EFA\u57FA\u672C\u60C5\u51B5\u5DF2\u6309\u8981\u6C42\u767B\u8BB0\u3002\u73B0\u4E88\u786E\u8BA4\uFF0C\u8BF7\u6309\u7A0B\u5E8F\u529E\u7406\u5907\u6848\u3002"
        ]
      };
    case "institution-site-approval":
      return {
        ...base2,
        title: "\u7F51\u7AD9\u5F00\u529E\u5BA1\u6838\u7533\u8BF7\u8868",
        paragraphs: [
          `\u7533\u8BF7\u5355\u4F4D\uFF1A${identity}\u3002`,
          `\u62DF\u5F00\u529E\uFF1A${site}\u3002\u5F00\u529E\u76EE\u7684\uFF1A\u5411\u793E\u4F1A\u516C\u5F00\u5355\u4F4D\u804C\u8D23\u3001\u529E\u4E8B\u6307\u5357\u548C\u670D\u52A1\u4FE1\u606F\u3002`,
          "\u5BA1\u6838\u610F\u89C1\uFF1A\u540C\u610F\u5F00\u529E\u3002\u8BF7\u6309\u89C4\u5B9A\u529E\u7406\u5907\u6848\u624B\u7EED\uFF0C\u5E76\u843D\u5B9E\u7F51\u7EDC\u5B89\u5168\u8D23\u4EFB\u3002"
        ]
      };
    case "deregistration-statement":
      return {
        ...base2,
        title: "\u6CE8\u9500\u5907\u6848\u58F0\u660E\u51FD",
        signerLabel: entity.kind === "individual" ? "\u58F0\u660E\u4EBA\uFF08\u7B7E\u5B57\uFF09" : "\u8D1F\u8D23\u4EBA\uFF08\u7B7E\u5B57\uFF09",
        paragraphs: [
          `${identity}\uFF0C\u5907\u6848\u53F7\uFF1A${applicant.existing?.entityIcpNumber ?? ""}\u3002`,
          `\u73B0\u56E0${reasonOf(application)}\u7533\u8BF7\u6CE8\u9500${application.filingType === "cancel-entity" ? "\u4E3B\u4F53\u53CA\u5176\u5168\u90E8\u7F51\u7AD9" : site}\u7684\u5907\u6848\u3002`,
          "\u6211\u65B9\u786E\u8BA4\u4E0A\u8FF0\u5907\u6848\u7531\u6211\u65B9\u529E\u7406\uFF0C\u6CE8\u9500\u540E\u5982\u9700\u91CD\u65B0\u5F00\u901A\u7F51\u7AD9\uFF0C\u5C06\u53E6\u884C\u529E\u7406\u5907\u6848\u3002\u7531\u6B64\u4EA7\u751F\u7684\u8D23\u4EFB\u7531\u6211\u65B9\u627F\u62C5\u3002"
        ]
      };
    default:
      return otherLetter(kind, base2, identity, site);
  }
}
function otherLetter(kind, base2, identity, site) {
  if (kind === "supplementary") {
    return {
      ...base2,
      title: "\u60C5\u51B5\u8BF4\u660E",
      paragraphs: [
        `${identity}\u4E8E2010\u5E74\u4EE5\u524D\u901A\u8FC7\u539F\u63A5\u5165\u5E73\u53F0\u529E\u7406\u5907\u6848\uFF0C\u76F8\u5173\u8D26\u53F7\u5DF2\u65E0\u6CD5\u767B\u5F55\uFF0C\u73B0\u7533\u8BF7\u8BA4\u9886\u3002`,
        `\u6240\u6D89\u670D\u52A1\uFF1A${site}\u3002\u968F\u9644\u5F53\u5E74\u5907\u6848\u767B\u8BB0\u4FE1\u606F\u6253\u5370\u4EF6\uFF0C\u5185\u5BB9\u4E0E\u672C\u6B21\u586B\u62A5\u4E00\u81F4\uFF0C\u73B0\u573A\u7ECF\u529E\u4EBA\u8054\u7CFB\u65B9\u5F0F\u672A\u53D8\u3002`,
        "\u4EE5\u4E0A\u60C5\u51B5\u5C5E\u5B9E\uFF0C\u8BF7\u4E88\u6838\u5BF9\u3002"
      ]
    };
  }
  return void 0;
}
function commitment(identity, site) {
  return [
    `${identity}\u73B0\u5C31${site}\u7684\u4E92\u8054\u7F51\u4FE1\u606F\u670D\u52A1\u5907\u6848\u90D1\u91CD\u627F\u8BFA\u5982\u4E0B\uFF1A`,
    "\u4E00\u3001\u63D0\u4EA4\u7684\u5907\u6848\u6750\u6599\u548C\u586B\u62A5\u7684\u4FE1\u606F\u771F\u5B9E\u3001\u51C6\u786E\u3001\u6709\u6548\uFF0C\u4E0E\u8BC1\u4EF6\u539F\u4EF6\u4E00\u81F4\u3002\u4E8C\u3001\u670D\u52A1\u5185\u5BB9\u4E0E\u5907\u6848\u4E00\u81F4\uFF0C\u672A\u53D6\u5F97\u6279\u51C6\u4E0D\u4ECE\u4E8B\u987B\u7ECF\u524D\u7F6E\u5BA1\u6279\u7684\u670D\u52A1\u3002\u4E09\u3001\u53D6\u5F97\u5907\u6848\u7F16\u53F7\u524D\u4E0D\u5F00\u901A\u7F51\u7AD9\uFF1B\u5F00\u901A\u540E\u5728\u4E3B\u9875\u5E95\u90E8\u6807\u660E\u5907\u6848\u7F16\u53F7\u3002",
    "\u56DB\u3001\u843D\u5B9E\u7F51\u7EDC\u5B89\u5168\u4E0E\u4FE1\u606F\u5B89\u5168\u7BA1\u7406\u63AA\u65BD\uFF0C\u4E0D\u5236\u4F5C\u3001\u590D\u5236\u3001\u53D1\u5E03\u3001\u4F20\u64AD\u8FDD\u6CD5\u4FE1\u606F\u3002\u4E94\u3001\u8054\u7CFB\u65B9\u5F0F\u4FDD\u6301\u7545\u901A\uFF0C\u5907\u6848\u4FE1\u606F\u53D8\u66F4\u65F6\u53CA\u65F6\u529E\u7406\u53D8\u66F4\u3002\u516D\u3001\u8FDD\u53CD\u4EE5\u4E0A\u627F\u8BFA\u7684\uFF0C\u81EA\u613F\u63A5\u53D7\u5173\u95ED\u7F51\u7AD9\u3001\u6CE8\u9500\u5907\u6848\u7B49\u5904\u7406\u3002"
  ];
}
function describeService(service) {
  if (service === void 0) {
    return "\u7F51\u7AD9";
  }
  const domain = service.domains[0]?.name;
  return `${service.kind === "app" ? "APP" : "\u7F51\u7AD9"}\u201C${service.name}\u201D${domain === void 0 ? "" : `\uFF08\u57DF\u540D\uFF1A${domain}\uFF09`}`;
}
function reasonOf(application) {
  return "reason" in application ? application.reason.replace(/。$/, "\uFF0C") : "";
}

// tests/specimens/pictures/documents/organisationCertificate.ts
var DEFAULT_LOOK = {
  ink: "#a63a32",
  paper: "#fdf6ef",
  numberLabel: "\u7EDF\u4E00\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801",
  scopeLabel: "\u4E1A\u52A1\u8303\u56F4"
};
var LOOKS2 = {
  "institution-certificate": { ink: "#2d5f8c", paper: "#f4f8fb", scopeLabel: "\u5B97\u65E8\u548C\u4E1A\u52A1\u8303\u56F4" },
  "uscc-certificate": { ink: "#7b6a34", paper: "#fbf8ec", scopeLabel: "\u673A\u6784\u804C\u8D23" },
  "organisation-code-certificate": {
    ink: "#35705c",
    paper: "#f3f8f2",
    numberLabel: "\u4EE3\u7801",
    scopeLabel: "\u673A\u6784\u7C7B\u578B"
  },
  "law-firm-licence": { ink: "#7a2c3b", paper: "#fcf4f2", scopeLabel: "\u4E1A\u52A1\u8303\u56F4" },
  "foreign-representative-office": { ink: "#44548c", paper: "#f5f6fb", scopeLabel: "\u4E1A\u52A1\u8303\u56F4" }
};
function drawOrganisationCertificate(kind, organisation, sealed) {
  const look = { ...DEFAULT_LOOK, ...LOOKS2[kind] };
  const width = 1420;
  const height = 1e3;
  const legacy = kind === "organisation-code-certificate";
  const title = legacy ? "\u7EC4\u7EC7\u673A\u6784\u4EE3\u7801\u8BC1" : organisation.form.title;
  const authority = legacy ? organisation.authority.replace("\u5E02\u573A\u76D1\u7763\u7BA1\u7406\u5C40", "\u8D28\u91CF\u6280\u672F\u76D1\u7763\u5C40") : organisation.authority;
  const body = [
    drawCertificateFrame({
      width,
      height,
      ink: look.ink,
      paper: look.paper,
      title,
      titleSize: fitSize(title, 960, 68),
      titleSpacing: title.length > 9 ? 4 : 12
    }),
    text3(width / 2, 340, `${look.numberLabel}\uFF1A${organisation.number}`, {
      size: 32,
      weight: 700,
      anchor: "middle",
      spacing: 1
    }),
    rows(organisation, look, legacy),
    group("translate(140 700)", drawQrCode(`https://registry.example/${organisation.number}`, 140)),
    text3(980, 800, authority, { size: fitSize(authority, 420, 30), weight: 500, anchor: "middle" }),
    text3(980, 852, chineseDate(organisation.issuedOn), { size: 28, weight: 500, anchor: "middle" }),
    sealed ? group(
      "translate(980 790) scale(1.08)",
      drawSeal(authority, legacy ? "\u4EE3\u7801\u4E13\u7528\u7AE0" : "\u767B\u8BB0\u4E13\u7528\u7AE0", organisation.number)
    ) : ""
  ];
  return { width, height, setting: "sheet", body: body.join("") };
}
function rows(organisation, look, legacy) {
  const to = organisation.validTo === "\u957F\u671F" ? "\u957F\u671F" : chineseDate(organisation.validTo);
  const term = `\u81EA ${chineseDate(organisation.validFrom)} \u81F3 ${to}`;
  const values = [
    [legacy ? "\u673A\u6784\u540D\u79F0" : "\u540D\u79F0", organisation.name],
    [organisation.form.leaderLabel, organisation.legalRepresentative],
    [legacy ? "\u5730\u5740" : "\u4F4F\u6240", organisation.address],
    [look.scopeLabel, legacy ? organisation.form.typeLine : organisation.scope],
    ...organisation.nature === "institution" ? [
      ["\u7ECF\u8D39\u6765\u6E90", "\u8D22\u653F\u8865\u52A9"],
      ["\u4E3E\u529E\u5355\u4F4D", organisation.authority.replace("\u4E8B\u4E1A\u5355\u4F4D\u767B\u8BB0\u7BA1\u7406\u5C40", "\u4EBA\u6C11\u653F\u5E9C")]
    ] : [],
    ["\u6709\u6548\u671F", term]
  ];
  let y = 400;
  return values.map(([label, value]) => {
    const wrapped = wrap(value, 31);
    const row = text3(400, y, label, { size: 27, weight: 500, anchor: "end", fill: "#3a3120" }) + lines(430, y, wrapped, 38, { size: 27 });
    y += wrapped.length * 38 + 10;
    return row;
  }).join("");
}

// tests/specimens/pictures/documents/preApproval.ts
function drawPreApproval(service, applicant, today, sealed) {
  const width = 1420;
  const height = 1e3;
  const issued = addDays(today, -300);
  const authority = `${applicant.home.province.nameZh}\u6587\u5316\u548C\u65C5\u6E38\u5385`;
  const rows2 = [
    ["\u8BB8\u53EF\u8BC1\u7F16\u53F7", service.preApprovals[0]?.number ?? ""],
    ["\u5355\u4F4D\u540D\u79F0", applicant.entity.name],
    ["\u7F51\u7AD9\u57DF\u540D", service.domains[0]?.name ?? ""],
    ["\u6CD5\u5B9A\u4EE3\u8868\u4EBA", applicant.entity.legalRepresentative ?? applicant.principal.record.name],
    ["\u4F4F\u6240", applicant.entity.certificate.address ?? ""],
    ["\u7ECF\u8425\u8303\u56F4", "\u5229\u7528\u4FE1\u606F\u7F51\u7EDC\u7ECF\u8425\u52A8\u6F2B\u4EA7\u54C1\uFF08\u6837\u672C\uFF09"],
    ["\u6709\u6548\u671F\u9650", `${chineseDate(issued)}\u81F3${chineseDate(addYears(issued, 3))}`]
  ];
  const body = [
    drawCertificateFrame({
      width,
      height,
      ink: "#8c3b52",
      paper: "#fdf5f4",
      title: "\u7F51\u7EDC\u6587\u5316\u7ECF\u8425\u8BB8\u53EF\u8BC1",
      titleSize: 68,
      titleSpacing: 10
    }),
    ...rows2.map(
      ([label, value], index) => text3(370, 366 + index * 66, label, { size: 28, anchor: "end", weight: 500 }) + lines(400, 366 + index * 66, wrap(value, 32), 34, { size: 28 })
    ),
    text3(1010, 852, authority, { size: 27, anchor: "middle", weight: 500 }),
    text3(1010, 900, chineseDate(issued), { size: 25, anchor: "middle" }),
    sealed ? group("translate(1010 838)", drawSeal(authority, "\u5BA1\u6279\u4E13\u7528\u7AE0", applicant.entity.name)) : ""
  ];
  return { width, height, setting: "sheet", body: body.join("") };
}

// tests/specimens/pictures/documents/residencePermit.ts
var CARD = { width: 1012, height: 638, setting: "card" };
function drawResidencePermitFace(person, localAddress) {
  const row = (y, label, value) => text3(400, y, label, { size: 26, fill: "#557a4b" }) + text3(540, y, value, { size: 30, weight: 500 });
  const { record } = person;
  const body = [
    base(),
    text3(506, 92, "\u5C45  \u4F4F  \u8BC1", { size: 56, weight: 700, anchor: "middle", spacing: 10, fill: "#2f5a2b" }),
    rect(70, 140, 270, 350, 'fill="#f8faf6"'),
    `<clipPath id="residencePhoto"><rect x="70" y="140" width="270" height="350"/></clipPath><g clip-path="url(#residencePhoto)">${group("translate(62 152) scale(0.71)", drawFigure(person, "#50535a"))}</g>`,
    row(182, "\u59D3  \u540D", record.name),
    row(238, "\u6027  \u522B", person.sex === "male" ? "\u7537" : "\u5973"),
    row(294, "\u6C11  \u65CF", person.ethnicity),
    row(350, "\u51FA  \u751F", chineseDate(person.birthDate)),
    text3(400, 406, "\u73B0\u4F4F\u5740", { size: 26, fill: "#557a4b" }),
    lines(540, 406, wrap(localAddress, 13.6), 38, { size: 28, weight: 500 }),
    text3(70, 570, "\u516C\u6C11\u8EAB\u4EFD\u53F7\u7801", { size: 26, fill: "#557a4b" }),
    text3(280, 572, record.certificate.number, { size: 36, weight: 500, spacing: 5 })
  ];
  return { ...CARD, body: body.join("") };
}
function drawResidencePermitBack(person, home, today) {
  const issued = addDays(today, -160);
  const body = [
    base(),
    group("translate(506 190)", drawOrnament(92)),
    text3(506, 350, "\u5C45\u4F4F\u8BC1\u7B7E\u6CE8", { size: 44, weight: 700, anchor: "middle", spacing: 6, fill: "#2f5a2b" }),
    text3(210, 450, `\u7B7E\u53D1\u673A\u5173  ${home.city.name}\u516C\u5B89\u5C40${home.district}\u5206\u5C40`, { size: 29, weight: 500 }),
    text3(210, 502, `\u7B7E\u53D1\u65E5\u671F  ${dottedDate(issued)}`, { size: 29, weight: 500 }),
    text3(210, 554, `\u6709\u6548\u671F\u9650  ${dottedDate(issued)}-${dottedDate(addDays(issued, 365))}`, {
      size: 29,
      weight: 500
    }),
    text3(70, 606, person.record.name, { size: 20, fill: "#557a4b" })
  ];
  return { ...CARD, body: body.join("") };
}
function base() {
  return [
    `<defs>${FIGURE_DEFS}<linearGradient id="green" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#e3f1da"/><stop offset="1" stop-color="#f5f8ea"/></linearGradient></defs>`,
    rect(0, 0, 1012, 638, 'rx="37" fill="url(#green)"'),
    '<path d="M0 500 C200 430 380 560 600 480 S900 470 1012 420 V600 Q1012 638 975 638 H37 Q0 638 0 600 Z" fill="#cfe5bf" fill-opacity="0.55"/>',
    text3(968, 618, "\u6837\u672C SPECIMEN", { size: 16, anchor: "end", fill: "#7d8f70" })
  ].join("");
}

// tests/specimens/pictures/documents/residentId.ts
var WIDTH3 = 1012;
var HEIGHT3 = 638;
var BLUE = "#3b6ea5";
function drawResidentPortrait(person, mainlandAddress) {
  const { record } = person;
  const permit = person.paper === "hkmt-residence-permit";
  const label = (x, y, value2) => text3(x, y, value2, { size: 29, fill: BLUE, spacing: 4 });
  const [year = "", month = "", day = ""] = person.birthDate.split("-");
  const value = { size: 34, weight: 500 };
  const address = wrap(record.certificate.address ?? mainlandAddress, 11.4);
  const body = [
    cardBase("#eaf3f4", "#f4ece3"),
    label(70, 100, "\u59D3\u540D"),
    text3(176, 102, record.name, { size: 39, weight: 500, spacing: 3 }),
    label(70, 174, "\u6027\u522B"),
    text3(176, 176, person.sex === "male" ? "\u7537" : "\u5973", value),
    permit ? "" : label(296, 174, "\u6C11\u65CF") + text3(402, 176, person.ethnicity, value),
    label(70, 246, "\u51FA\u751F"),
    text3(176, 248, year, value),
    label(262, 246, "\u5E74"),
    text3(306, 248, String(Number(month)), value),
    label(354, 246, "\u6708"),
    text3(398, 248, String(Number(day)), value),
    label(446, 246, "\u65E5"),
    label(70, 320, "\u4F4F\u5740"),
    lines(176, 322, address, 44, { size: 34, weight: 500 }),
    label(70, 560, "\u516C\u6C11\u8EAB\u4EFD\u53F7\u7801"),
    text3(344, 562, record.certificate.number, { size: 41, weight: 500, spacing: 7 }),
    group("translate(640 84) scale(0.78)", portraitPhoto(person))
  ];
  return card(body);
}
function drawResidentEmblem(person) {
  const permit = person.paper === "hkmt-residence-permit";
  const term = `${dottedDate(person.validFrom)}-${person.validTo === "\u957F\u671F" ? "\u957F\u671F" : dottedDate(person.validTo)}`;
  const title = permit ? "\u6E2F\u6FB3\u53F0\u5C45\u6C11\u5C45\u4F4F\u8BC1" : "\u5C45 \u6C11 \u8EAB \u4EFD \u8BC1";
  const body = [
    cardBase("#e7f0f3", "#f6e9dd"),
    group("translate(136 128)", drawOrnament(82)),
    text3(600, 138, "\u4E2D\u534E\u4EBA\u6C11\u5171\u548C\u56FD", { size: 54, weight: 500, anchor: "middle", spacing: 6 }),
    text3(600, 258, title, { size: 76, weight: 700, anchor: "middle", spacing: 4 }),
    wall(),
    text3(190, 498, "\u7B7E\u53D1\u673A\u5173", { size: 30, weight: 500 }),
    text3(348, 498, person.issuingAuthority, { size: 33, weight: 500, spacing: 1 }),
    text3(190, 566, "\u6709\u6548\u671F\u9650", { size: 30, weight: 500 }),
    text3(348, 566, term, { size: 34, weight: 500, spacing: 2 })
  ];
  return card(body);
}
function card(body) {
  return { width: WIDTH3, height: HEIGHT3, setting: "card", body: body.join("") };
}
function cardBase(cold, warm) {
  const waves = Array.from({ length: 34 }, (_, index) => {
    const y = index * 20 - 10;
    return `<path d="M0 ${String(y)} C170 ${String(y - 44)} 340 ${String(y + 44)} 506 ${String(y)} S840 ${String(y - 44)} 1012 ${String(y)}" fill="none" stroke="${index % 2 === 0 ? "#7fb3c4" : "#d8a58c"}" stroke-width="1.5" stroke-opacity="0.3"/>`;
  });
  return [
    `<defs>${FIGURE_DEFS}<clipPath id="edge"><rect width="1012" height="638" rx="37"/></clipPath><linearGradient id="paper" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${cold}"/><stop offset="0.6" stop-color="${warm}"/><stop offset="1" stop-color="${cold}"/></linearGradient></defs>`,
    rect(0, 0, WIDTH3, HEIGHT3, 'rx="37" fill="url(#paper)"'),
    `<g clip-path="url(#edge)">${waves.join("")}</g>`,
    text3(968, 612, "\u6837\u672C SPECIMEN", { size: 16, anchor: "end", fill: "#8a6f60", opacity: 0.75, spacing: 1 }),
    rect(1.5, 1.5, WIDTH3 - 3, HEIGHT3 - 3, 'rx="36" fill="none" stroke="#b9c4c6" stroke-width="2"')
  ].join("");
}
function portraitPhoto(person) {
  const cloth = person.sex === "male" ? "#3a3d44" : "#5c5560";
  return drawFigure(person, cloth);
}
function wall() {
  const teeth = Array.from(
    { length: 22 },
    (_, index) => rect(index * 48 - 10, 330, 28, 26, 'fill="#c9967a" fill-opacity="0.16"')
  );
  return `${teeth.join("")}${rect(-10, 356, 1040, 34, 'fill="#c9967a" fill-opacity="0.16"')}`;
}

// tests/specimens/pictures/documents/travelPapers.ts
var CARD2 = { width: 1012, height: 638, setting: "card" };
var SMALL = { size: 19, fill: "#6b7a63" };
function drawTravelPermitFace(person) {
  const field2 = (x, y, label, value) => text3(x, y, label, SMALL) + text3(x, y + 40, value, { size: 32, weight: 500 });
  const body = [
    cardPaper("#eef4e6", "#f6efe0", "#9dbb8a"),
    text3(60, 92, "\u6E2F\u6FB3\u5C45\u6C11\u6765\u5F80\u5185\u5730\u901A\u884C\u8BC1", { size: 44, weight: 700, spacing: 4 }),
    text3(62, 124, "Mainland Travel Permit for Hong Kong and Macao Residents", { size: 18, fill: "#5d6b55" }),
    `<clipPath id="permitPhoto"><rect x="64" y="160" width="270" height="360"/></clipPath>`,
    rect(64, 160, 270, 360, 'fill="#f7f8f6"'),
    `<g clip-path="url(#permitPhoto)">${group("translate(54 170) scale(0.72)", drawFigure(person, "#47484f"))}</g>`,
    field2(380, 176, "\u59D3\u540D", person.record.name),
    text3(380, 264, person.latinName, { size: 25 }),
    field2(380, 300, "\u51FA\u751F\u65E5\u671F", dottedDate(person.birthDate)),
    field2(650, 300, "\u6027\u522B", person.sex === "male" ? "\u7537" : "\u5973"),
    field2(380, 384, "\u6709\u6548\u671F\u9650", `${dottedDate(person.validFrom)}-${dottedDate(person.validTo)}`),
    field2(380, 468, "\u7B7E\u53D1\u673A\u5173", person.issuingAuthority),
    text3(640, 596, person.record.certificate.number, { size: 46, weight: 700, spacing: 5 })
  ];
  return { ...CARD2, body: body.join("") };
}
function drawTravelPermitBack(person) {
  const machine = `CS${person.record.certificate.number}<${dottedDate(person.validTo).replaceAll(".", "").slice(2)}<${person.birthDate.replaceAll("-", "").slice(2)}<<<<<`;
  const body = [
    cardPaper("#f3f0e2", "#ebf3e8", "#a8bd93"),
    group("translate(160 170)", drawOrnament(86)),
    text3(600, 168, "\u6301\u8BC1\u4EBA\u6765\u5F80\u5185\u5730\u65F6", { size: 38, weight: 500, anchor: "middle", spacing: 3 }),
    text3(600, 226, "\u987B\u9075\u5B88\u56FD\u5BB6\u6CD5\u5F8B\u6CD5\u89C4", { size: 38, weight: 500, anchor: "middle", spacing: 3 }),
    text3(600, 330, "\u8BC1\u4EF6\u53F7\u7801", { ...SMALL, anchor: "middle" }),
    text3(600, 376, person.record.certificate.number, { size: 40, weight: 500, anchor: "middle", spacing: 4 }),
    rect(40, 470, 932, 120, 'fill="#fbfbf7" fill-opacity="0.8"'),
    text3(66, 520, machine.slice(0, 30), { size: 34, weight: 500, spacing: 9 }),
    text3(66, 572, person.latinName.replaceAll(", ", "<<").replaceAll(" ", "<").padEnd(30, "<"), {
      size: 34,
      weight: 500,
      spacing: 9
    })
  ];
  return { ...CARD2, body: body.join("") };
}
function drawPassportPage(person) {
  const width = 1250;
  const height = 880;
  const [first, second] = passportLines(person);
  const [family = "", given = ""] = person.record.name.split(/ (.*)/);
  const field2 = (x, y, label, value) => text3(x, y, label, { size: 18, fill: "#5c6a86" }) + text3(x, y + 38, value, { size: 31, weight: 500 });
  const body = [
    `<defs>${FIGURE_DEFS}<linearGradient id="page" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e8eef8"/><stop offset="0.5" stop-color="#f7eeee"/><stop offset="1" stop-color="#e3eef2"/></linearGradient></defs>`,
    rect(0, 0, width, height, 'rx="22" fill="url(#page)"'),
    text3(64, 78, "PASSPORT / PASSEPORT   UTOPIA", { size: 34, weight: 700, spacing: 3, fill: "#2a3f66" }),
    rect(64, 130, 320, 410, 'fill="#f4f5f7"'),
    `<clipPath id="passportPhoto"><rect x="64" y="130" width="320" height="410"/></clipPath><g clip-path="url(#passportPhoto)">${group("translate(60 150) scale(0.82)", drawFigure(person, "#3d4350"))}</g>`,
    field2(430, 150, "Type", "P"),
    field2(560, 150, "Issuing state", "UTO"),
    field2(820, 150, "Passport No.", person.record.certificate.number),
    field2(430, 236, "Surname", family),
    field2(430, 322, "Given names", given),
    field2(430, 408, "Nationality", "UTOPIAN"),
    field2(820, 408, "Sex", person.sex === "male" ? "M" : "F"),
    field2(430, 494, "Date of birth", dottedDate(person.birthDate)),
    field2(820, 494, "Authority", "PASSPORT OFFICE"),
    field2(430, 580, "Date of issue", dottedDate(person.validFrom)),
    field2(820, 580, "Date of expiry", dottedDate(person.validTo)),
    text3(1190, 120, "SPECIMEN", { size: 18, anchor: "end", fill: "#9a6f6f" }),
    rect(0, 690, width, 190, 'fill="#fcfcfa" fill-opacity="0.85"'),
    text3(54, 760, first, { size: 32, weight: 500, spacing: 7.4 }),
    text3(54, 822, second, { size: 32, weight: 500, spacing: 7.4 })
  ];
  return { width, height, setting: "card", body: body.join("") };
}
function cardPaper(one, other, wave) {
  const waves = Array.from({ length: 30 }, (_, index) => {
    const y = index * 23;
    return `<path d="M0 ${String(y)} q126 40 253 0 t253 0 t253 0 t253 0" fill="none" stroke="${wave}" stroke-width="1.4" stroke-opacity="0.35"/>`;
  });
  return [
    `<defs>${FIGURE_DEFS}<clipPath id="card"><rect width="1012" height="638" rx="37"/></clipPath><linearGradient id="stock" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${one}"/><stop offset="1" stop-color="${other}"/></linearGradient></defs>`,
    rect(0, 0, 1012, 638, 'rx="37" fill="url(#stock)"'),
    `<g clip-path="url(#card)">${waves.join("")}</g>`,
    text3(968, 612, "\u6837\u672C SPECIMEN", { size: 16, anchor: "end", fill: "#8a6f60", opacity: 0.75 })
  ].join("");
}

// tests/specimens/pictures/documents/verificationForm.ts
var LEFT = 70;
var RIGHT = 930;
var LABEL = 346;
function drawVerificationForm(applicant, marks) {
  const { entity, servicePrincipal } = applicant;
  const service = applicant.services[0];
  const domain = service?.domains[0];
  const individual = entity.kind === "individual";
  const rows2 = [
    ["\u4E00\u3001\u7F51\u7AD9\u4E3B\u529E\u8005\u540D\u79F0", entity.name],
    ["\u4E8C\u3001\u7F51\u7AD9\u7C7B\u578B", individual ? "\u25A1 \u5355\u4F4D\u3000\u3000\u221A \u4E2A\u4EBA" : "\u221A \u5355\u4F4D\u3000\u3000\u25A1 \u4E2A\u4EBA"],
    ["\u4E09\u3001\u57DF\u540D\uFF08\u4E0D\u542Bwww\uFF09", domain?.name ?? ""],
    [
      "\u56DB\u3001\u8BC1\u4EF6\u6838\u9A8C",
      individual ? "\u221A \u5C45\u6C11\u8EAB\u4EFD\u8BC1\u3000\u221A \u53F7\u7801\u62A5\u5907\u6B63\u786E\u3000\u221A \u590D\u5370\u4EF6\u5DF2\u7559\u5B58\u3000\u221A \u8D1F\u8D23\u4EBA\u7167\u7247\u5DF2\u91C7\u96C6" : "\u221A \u5355\u4F4D\u8BC1\u4EF6\u3000\u221A \u4E2A\u4EBA\u8BC1\u4EF6\u3000\u221A \u53F7\u7801\u62A5\u5907\u6B63\u786E\u3000\u221A \u590D\u5370\u4EF6\u5DF2\u7559\u5B58"
    ],
    [
      "\u4E94\u3001\u8054\u7CFB\u65B9\u5F0F\u6838\u9A8C",
      `\u221A \u624B\u673A ${servicePrincipal.record.mobile}\u3000\u221A \u5EA7\u673A ${servicePrincipal.record.landline ?? "\u65E0"}\u3000\u221A \u90AE\u7BB1 ${servicePrincipal.record.email}\u3000\u221A \u901A\u4FE1\u5730\u5740`
    ],
    [
      "\u516D\u3001\u7F51\u7AD9\u4FE1\u606F\u6838\u9A8C",
      `\u7F51\u7AD9\u540D\u79F0\uFF1A${service?.name ?? ""}\u3002\u221A \u540D\u79F0\u5408\u89C4\u3000\u221A \u5185\u5BB9\u4E00\u81F4\u3000\u221A \u57DF\u540D\u6743\u5C5E\u3000\u25A1 \u6D89\u53CA\u524D\u7F6E\u5BA1\u6279`
    ],
    [
      "\u4E03\u3001\u63A5\u5165\u4FE1\u606F\u6838\u9A8C",
      `\u63A5\u5165\u5546\uFF1A\u793A\u4F8B\u4E91\u8BA1\u7B97\u6709\u9650\u516C\u53F8\u3000\u221A \u63A5\u5165\u65B9\u5F0F\u3000\u221A IP ${service?.access?.ipAddresses[0] ?? ""}\u3000\u221A \u670D\u52A1\u5668\u653E\u7F6E\u5730`
    ]
  ];
  let y = 236;
  const table = rows2.map(([label, value]) => {
    const wrapped = wrap(value, 22);
    const height = Math.max(66, wrapped.length * 36 + 30);
    const row = [
      rect(LEFT, y, RIGHT - LEFT, height, 'fill="none" stroke="#222222" stroke-width="1.6"'),
      line(LABEL, y, LABEL, y + height, 'stroke="#222222" stroke-width="1.6"'),
      text3(LEFT + 14, y + height / 2 + 9, label, { size: 25, weight: 500 }),
      lines(LABEL + 16, y + height / 2 + 9 - (wrapped.length - 1) * 36 / 2, wrapped, 36, { size: 25 })
    ].join("");
    y += height;
    return row;
  });
  const body = [
    rect(0, 0, SHEET.width, SHEET.height, 'fill="#fdfdfb"'),
    text3(SHEET.width / 2, 150, "\u7F51\u7AD9\u5907\u6848\u4FE1\u606F\u771F\u5B9E\u6027\u6838\u9A8C\u5355", {
      size: 46,
      weight: 700,
      anchor: "middle",
      spacing: 3
    }),
    text3(LEFT, 212, "\u793A\u4F8B\u4E91\uFF08\u63A5\u5165\u670D\u52A1\u5355\u4F4D\uFF09\u3000\u6838\u9A8C\u5355\u7F16\u53F7\uFF1A", { size: 22, fill: "#444444" }),
    ...table,
    drawSignatureBoxes(y, marks),
    text3(RIGHT, 1384, "\u6837\u672C SPECIMEN", { size: 15, anchor: "end", fill: "#8d8d8d" })
  ];
  const signer = applicant.principal.record.name;
  const verifier = drawSignature(440, y + 156, "\u6838\u9A8C\u5458\u7532", 46, `${marks.seed}/verifier`);
  const owner = drawSignature(450, y + 412, signer, fitSize(signer, 260, 62), marks.seed);
  return { ...SHEET, body: body.join(""), overlays: marks.signed ? [verifier, owner] : [verifier] };
}
function drawSignatureBoxes(top, marks) {
  const provider = "\u516B\u3001\u672C\u4EBA\u5DF2\u5BF9\u4E0A\u8FF0\u4FE1\u606F\u5F53\u9762\u6838\u9A8C\uFF0C\u6838\u9A8C\u7ED3\u679C\u771F\u5B9E\u3001\u6709\u6548\uFF0C\u5E76\u5BF9\u6838\u9A8C\u7ED3\u679C\u8D1F\u8D23\u3002";
  const owner = "\u4E5D\u3001\u6211\u5355\u4F4D\uFF08\u672C\u4EBA\uFF09\u627F\u8BFA\u4EE5\u4E0A\u4FE1\u606F\u771F\u5B9E\u6709\u6548\uFF0C\u5E76\u5DF2\u77E5\u6653\u4E0D\u5F97\u63D0\u4F9B\u865A\u5047\u5907\u6848\u4FE1\u606F\uFF0C\u5982\u6709\u8FDD\u53CD\u81EA\u613F\u63A5\u53D7\u5173\u95ED\u7F51\u7AD9\u5E76\u6CE8\u9500\u5907\u6848\u7684\u5904\u7406\u3002";
  const box = (y, height) => rect(LEFT, y, RIGHT - LEFT, height, 'fill="none" stroke="#222222" stroke-width="1.6"');
  const second = top + 190;
  return [
    box(top, 190),
    lines(LEFT + 14, top + 44, wrap(provider, 33), 38, { size: 25 }),
    text3(420, top + 158, "\u6838\u9A8C\u4EBA\u7B7E\u5B57\uFF1A", { size: 25, anchor: "end" }),
    text3(RIGHT - 20, top + 158, "\u5E74\u3000\u3000\u6708\u3000\u3000\u65E5", { size: 25, anchor: "end" }),
    box(second, 330),
    lines(LEFT + 14, second + 44, wrap(owner, 33), 38, { size: 25 }),
    text3(420, second + 220, "\u7F51\u7AD9\u4E3B\u529E\u8005\u7B7E\u5B57\uFF08\u76D6\u7AE0\uFF09\uFF1A", { size: 25, anchor: "end" }),
    text3(RIGHT - 20, second + 296, "\u5E74\u3000\u3000\u6708\u3000\u3000\u65E5", { size: 25, anchor: "end" }),
    marks.sealName === void 0 ? "" : group(
      `translate(730 ${String(second + 200)}) scale(1.18)`,
      drawSeal(marks.sealName, "\u516C\u7AE0", marks.seed)
    )
  ].join("");
}

// tests/specimens/pictures/drawDocument.ts
function drawDocument(document, context) {
  const { entry } = document;
  const face2 = document.drawnFace ?? entry.face;
  const drawn = drawPersonal(document, face2, context) ?? drawOrganisational(document, context);
  if (drawn !== void 0) {
    return drawn;
  }
  const letter = letterText(entry.kind, context.applicant, context.application);
  if (letter === void 0) {
    throw new Error(`specimens have no drawing for ${entry.kind}`);
  }
  return drawLetter(letter, marksOf(document, context));
}
function drawPersonal(document, face2, context) {
  const { person, entry } = document;
  const { home, entity } = context.applicant;
  switch (entry.kind) {
    case "resident-id":
    case "hkmt-residence-permit":
      return face2 === "emblem" ? drawResidentEmblem(person) : drawResidentPortrait(person, dwelling(document, context));
    case "hk-macao-permit":
      return face2 === "back" ? drawTravelPermitBack(person) : drawTravelPermitFace(person);
    case "passport":
      return drawPassportPage(person);
    case "residence-permit":
      return face2 === "back" ? drawResidencePermitBack(person, home, context.today) : drawResidencePermitFace(person, entity.mailingAddress);
    case "backdrop-photo":
      return drawBackdropPhoto(person, document.clothing, context.seed);
    default:
      return void 0;
  }
}
function drawOrganisational(document, context) {
  const { entry, service, sealed } = document;
  const { applicant } = context;
  if (applicant.organisation !== void 0 && entry.kind === applicant.organisation.certificateKind) {
    return entry.kind === "business-licence" ? drawBusinessLicence(applicant.organisation, sealed) : drawOrganisationCertificate(entry.kind, applicant.organisation, sealed);
  }
  if (entry.kind === "verification-form") {
    return drawVerificationForm(applicant, marksOf(document, context));
  }
  if (service === void 0) {
    return void 0;
  }
  switch (entry.kind) {
    case "domain-certificate":
      return drawDomainCertificate(service, true);
    case "app-evidence":
      return entry.face === "face" ? drawAppIcon(service) : drawAppFeatures(service);
    case "pre-approval":
      return drawPreApproval(service, applicant, context.today, true);
    default:
      return void 0;
  }
}
function marksOf({ entry, sealed, signed }, context) {
  const { organisation, entity, home } = context.applicant;
  const issued = entry.kind === "party-building-confirmation" || entry.kind === "institution-site-approval";
  const sealName = issued ? `${home.city.name}\u4E92\u8054\u7F51\u4E1A\u52A1\u8054\u5E2D\u529E\u516C\u5BA4` : entry.kind === "name-change-letter" ? organisation?.authority : sealed ? entity.name : void 0;
  return {
    signed: signed && !issued && entry.kind !== "name-change-letter",
    sealName,
    fingerprint: organisation === void 0,
    seed: `${context.seed}/${entry.id}`
  };
}
function dwelling({ person }, context) {
  return makeDwelling(createRandom(`${person.faceSeed}/dwelling`), context.applicant.home);
}

// tests/specimens/pictures/renderArtwork.ts
import sharp from "sharp";

// tests/specimens/pictures/fonts.ts
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path4 from "node:path";
var FAMILY = "Noto Sans SC";
var WEIGHTS = ["100Thin", "300Light", "400Regular", "500Medium", "700Bold", "900Black"];
var FONT_FAMILY = FAMILY;
function useSpecimenFonts() {
  const folder = path4.join(os.tmpdir(), `beian-desk-specimen-fonts-${String(os.userInfo().uid)}`);
  const file = path4.join(folder, "fonts.conf");
  if (process.env["FONTCONFIG_FILE"] === file) {
    return;
  }
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, configuration(folder));
  renameSync(draft, file);
  process.env["FONTCONFIG_FILE"] = file;
}
function configuration(folder) {
  const require2 = createRequire(import.meta.url);
  const fonts = path4.dirname(require2.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  const folders = WEIGHTS.map((weight) => `  <dir>${path4.join(fonts, weight)}</dir>`);
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    "<fontconfig>",
    ...folders,
    `  <cachedir>${path4.join(folder, "cache")}</cachedir>`,
    "</fontconfig>",
    ""
  ].join("\n");
}

// tests/specimens/pictures/ripple.ts
function ripple(raster, reach, seed) {
  const random = createRandom(`${seed}/ripple`);
  const { width, height, data } = raster;
  const waves = Array.from({ length: 3 }, () => ({
    kx: random.between(-4.2, 4.2) / height,
    ky: random.between(-4.2, 4.2) / height,
    phaseX: random.between(0, 6.28),
    phaseY: random.between(0, 6.28)
  }));
  const output = Buffer.alloc(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let dx = 0;
      let dy = 0;
      for (const wave of waves) {
        const at = x * wave.kx + y * wave.ky;
        dx += Math.sin(at + wave.phaseX);
        dy += Math.sin(at + wave.phaseY);
      }
      copyBetween(raster, x + dx * reach / 3, y + dy * reach / 3, output, (y * width + x) * 4);
    }
  }
  return { width, height, data: output };
}
function copyBetween({ width, height, data }, x, y, output, at) {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) {
    return;
  }
  const fx = x - x0;
  const fy = y - y0;
  const from = (y0 * width + x0) * 4;
  const below = from + width * 4;
  for (let channel = 0; channel < 4; channel += 1) {
    const upper = (data[from + channel] ?? 0) * (1 - fx) + (data[from + 4 + channel] ?? 0) * fx;
    const lower = (data[below + channel] ?? 0) * (1 - fx) + (data[below + 4 + channel] ?? 0) * fx;
    output[at + channel] = upper * (1 - fy) + lower * fy;
  }
}

// tests/specimens/pictures/renderArtwork.ts
async function renderArtwork(artwork, width) {
  useSpecimenFonts();
  const scale = width / artwork.width;
  const overlays = await Promise.all((artwork.overlays ?? []).map((overlay) => renderOverlay(overlay, scale)));
  return toRaster(sharp(svgOf(artwork, scale)).ensureAlpha().composite(overlays));
}
async function renderOverlay(overlay, scale) {
  const flat = await toRaster(sharp(svgOf(overlay, scale)).ensureAlpha());
  const { width, height, data } = ripple(flat, overlay.shake * scale, overlay.seed);
  return {
    input: data,
    raw: { width, height, channels: 4 },
    left: Math.round(overlay.x * scale),
    top: Math.round(overlay.y * scale)
  };
}
async function toRaster(picture) {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
function svgOf(part, scale) {
  const size = `width="${String(Math.round(part.width * scale))}" height="${String(Math.round(part.height * scale))}"`;
  const box = `viewBox="0 0 ${String(part.width)} ${String(part.height)}"`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box} font-family="${FONT_FAMILY}">${part.body}</svg>`
  );
}

// tests/specimens/looks/geometry.ts
function placeDocument(random, placing) {
  const { frame, art } = placing;
  const scale = Math.min(frame.width * placing.fill / art.width, frame.height * placing.fill / art.height);
  const half = { x: art.width * scale / 2, y: art.height * scale / 2 };
  const angle = placing.tilt * Math.PI / 180;
  const slack = { x: (frame.width - half.x * 2) / 6, y: (frame.height - half.y * 2) / 6 };
  const side = random.chance(0.5) ? 1 : -1;
  const push = placing.cropped === 0 ? 0 : side * (frame.width / 2 - half.x + placing.cropped * half.x * 2);
  const centre = {
    x: frame.width / 2 + (push === 0 ? random.between(-slack.x, slack.x) : push),
    y: frame.height / 2 + random.between(-slack.y, slack.y)
  };
  const corner = (sx, sy) => {
    const x = sx * half.x + random.between(-1, 1) * placing.perspective * half.x;
    const y = sy * half.y + random.between(-1, 1) * placing.perspective * half.x;
    return {
      x: centre.x + x * Math.cos(angle) - y * Math.sin(angle),
      y: centre.y + x * Math.sin(angle) + y * Math.cos(angle)
    };
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}
function quadToUnit([p0, p1, p2, p3]) {
  const dx1 = p1.x - p2.x;
  const dx2 = p3.x - p2.x;
  const dy1 = p1.y - p2.y;
  const dy2 = p3.y - p2.y;
  const sx = p0.x - p1.x + p2.x - p3.x;
  const sy = p0.y - p1.y + p2.y - p3.y;
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  const a = p1.x - p0.x + g * p1.x;
  const b = p3.x - p0.x + h * p3.x;
  const d = p1.y - p0.y + g * p1.y;
  const e = p3.y - p0.y + h * p3.y;
  const c = p0.x;
  const f = p0.y;
  return [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d
  ];
}
function edgeLines(quad) {
  return quad.map((from, index) => {
    const to = quad[(index + 1) % 4] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const a = (to.y - from.y) / length;
    const b = -(to.x - from.x) / length;
    return [a, b, -(a * from.x + b * from.y)];
  });
}

// tests/specimens/looks/light.ts
function makeLampLight(random) {
  const warmth = random.between(-0.05, 0.07);
  return {
    gain: random.between(0.94, 1.02),
    slopeX: random.between(-0.16, 0.16),
    slopeY: random.between(-0.14, 0.14),
    vignette: random.between(0.05, 0.2),
    red: 1 + warmth,
    blue: 1 - warmth,
    noise: random.between(2.8, 4),
    glare: [],
    moire: 0
  };
}
function makeScannerLight(random) {
  return {
    gain: random.between(0.98, 1.01),
    slopeX: random.between(-0.015, 0.015),
    slopeY: 0,
    vignette: 0,
    red: random.between(0.99, 1.01),
    blue: random.between(0.99, 1.01),
    noise: random.between(2.6, 3.4),
    glare: [],
    moire: 0
  };
}
function makeShading(light, width, height, random) {
  const { red, blue } = light;
  const noise = makeNoiseTable(random, light.noise);
  const across = Float32Array.from({ length: width }, (_, x) => {
    const nx = x / width - 0.5;
    return light.slopeX * nx * 2 - light.vignette * 2 * nx * nx;
  });
  const levels = new Float32Array(width);
  const mirrored = new Float32Array(width);
  let place = random.int(0, noise.length - 1);
  return (y, row, alphas, pixels) => {
    const ny = y / height - 0.5;
    const along = 1 + light.slopeY * ny * 2 - light.vignette * 2 * ny * ny;
    for (let x = 0; x < width; x += 1) {
      levels[x] = light.gain * (along + (across[x] ?? 0));
    }
    addMoire(light, y, levels, alphas);
    addGlare(light, y, height, mirrored);
    let out = y * width * 3;
    for (let x = 0, at = 0; x < width; x += 1, at += 3) {
      const level = levels[x] ?? 0;
      place = place + 1 + (x & 7) & 65535;
      const added = (mirrored[x] ?? 0) + (noise[place] ?? 0);
      pixels[out++] = (row[at] ?? 0) * level * red + added;
      pixels[out++] = (row[at + 1] ?? 0) * level + added;
      pixels[out++] = (row[at + 2] ?? 0) * level * blue + added;
    }
  };
}
function addMoire(light, y, levels, alphas) {
  if (light.moire === 0) {
    return;
  }
  for (let x = 0; x < levels.length; x += 1) {
    if ((alphas[x] ?? 0) > 0) {
      const beat = Math.sin((x + y * 0.12) * 0.9) * Math.sin(x * 0.021 + y * 0.013) + 0.5 * Math.sin(y * 1.7);
      levels[x] = (levels[x] ?? 0) * (1 + light.moire * beat);
    }
  }
}
function addGlare(light, y, height, mirrored) {
  const width = mirrored.length;
  for (const spot of light.glare) {
    for (let x = 0; x < width; x += 1) {
      const away = Math.hypot(x / width - spot.x, (y - spot.y * height) / width) / spot.radius;
      mirrored[x] = away < 1 ? 330 * (1 - away * away) ** 1.5 : 0;
    }
  }
}
function makeNoiseTable(random, deviation) {
  const table = new Int8Array(1 << 16);
  for (let index = 0; index < table.length; index += 1) {
    const sum = random.next() + random.next() + random.next() + random.next() - 2;
    table[index] = Math.max(-127, Math.min(127, Math.round(sum * Math.sqrt(3) * deviation)));
  }
  return table;
}

// tests/specimens/looks/compose.ts
function composeScene(scene, random) {
  const { width, height } = scene;
  const pixels = new Uint8ClampedArray(width * height * 3);
  const row = new Float32Array(width * 3);
  const alphas = new Float32Array(width);
  const shadeRow = makeShading(scene.light, width, height, random);
  const edges = Float64Array.from(edgeLines(scene.quad).flat());
  const unit = Float64Array.from(quadToUnit(scene.quad));
  for (let y = 0; y < height; y += 1) {
    sampleRow(scene.art, unit, y, row, alphas);
    surfaceRow(scene, edges, y, row, alphas);
    shadeRow(y, row, alphas, pixels);
  }
  return pixels;
}
function sampleRow(art, unit, y, row, alphas) {
  const { width, height, data } = art;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = unit;
  const stride = width * 4;
  for (let x = 0; x < alphas.length; x += 1) {
    const w = g * x + h * y + i;
    const u = (a * x + b * y + c) / w;
    const v = (d * x + e * y + f) / w;
    if (!(u >= 0 && u < 1 && v >= 0 && v < 1)) {
      alphas[x] = 0;
      continue;
    }
    const px = Math.min(Math.max(u * width - 0.5, 0), width - 1.001);
    const py = Math.min(Math.max(v * height - 0.5, 0), height - 1.001);
    const x0 = px | 0;
    const y0 = py | 0;
    const fx = px - x0;
    const fy = py - y0;
    const at = y0 * stride + x0 * 4;
    const below = at + stride;
    const w11 = fx * fy;
    const w10 = fx - w11;
    const w01 = fy - w11;
    const w00 = 1 - fx - w01;
    const alpha = (byte(data, at + 3) * w00 + byte(data, at + 7) * w10 + byte(data, below + 3) * w01 + byte(data, below + 7) * w11) / 255;
    const out = x * 3;
    row[out] = (byte(data, at) * w00 + byte(data, at + 4) * w10 + byte(data, below) * w01 + byte(data, below + 4) * w11) * alpha;
    row[out + 1] = (byte(data, at + 1) * w00 + byte(data, at + 5) * w10 + byte(data, below + 1) * w01 + byte(data, below + 5) * w11) * alpha;
    row[out + 2] = (byte(data, at + 2) * w00 + byte(data, at + 6) * w10 + byte(data, below + 2) * w01 + byte(data, below + 6) * w11) * alpha;
    alphas[x] = alpha;
  }
}
function byte(data, at) {
  return data[at] ?? 0;
}
function surfaceRow({ surface, radius }, edges, y, row, alphas) {
  const [a0 = 0, b0 = 0, c0 = 0, a1 = 0, b1 = 0, c1 = 0, a2 = 0, b2 = 0, c2 = 0, a3 = 0, b3 = 0, c3 = 0] = edges;
  const [red, green, blue] = surface.colour;
  const { shadow, shadowDepth, columns } = surface;
  const grainOfRow = surface.rows[y] ?? 0;
  const sy = y - shadow * 0.35;
  for (let x = 0; x < alphas.length; x += 1) {
    const alpha = alphas[x] ?? 0;
    if (alpha >= 0.999) {
      continue;
    }
    const sx = x - shadow * 0.3;
    const e0 = Math.max(0, a0 * sx + b0 * sy + c0 + radius);
    const e1 = Math.max(0, a1 * sx + b1 * sy + c1 + radius);
    const e2 = Math.max(0, a2 * sx + b2 * sy + c2 + radius);
    const e3 = Math.max(0, a3 * sx + b3 * sy + c3 + radius);
    const outside = Math.max(0, Math.sqrt(e0 * e0 + e1 * e1 + e2 * e2 + e3 * e3) - radius);
    const depth = outside >= shadow ? 0 : shadowDepth * (1 - outside / shadow);
    const grain = grainOfRow + (columns[x] ?? 0);
    const share = (1 - depth) * (1 - alpha);
    const out = x * 3;
    row[out] = (alpha === 0 ? 0 : row[out] ?? 0) + (red + grain) * share;
    row[out + 1] = (alpha === 0 ? 0 : row[out + 1] ?? 0) + (green + grain) * share;
    row[out + 2] = (alpha === 0 ? 0 : row[out + 2] ?? 0) + (blue + grain) * share;
  }
}

// tests/specimens/looks/surface.ts
var DESKS = [
  [146, 106, 72],
  [98, 70, 50],
  [182, 150, 112],
  [122, 124, 128],
  [66, 68, 74],
  [206, 203, 197],
  [92, 112, 104]
];
function makeDesk(random, width, height) {
  const wooden = random.chance(0.6);
  return {
    colour: random.pick(DESKS),
    rows: makeGrain(random, height, wooden ? 13 : 3),
    columns: makeGrain(random, width, wooden ? 3 : 4),
    shadow: random.between(22, 46),
    shadowDepth: random.between(0.32, 0.5)
  };
}
function makeScannerLid(random, width, height) {
  const white = random.int(236, 247);
  return {
    colour: [white, white, white + 2],
    rows: makeGrain(random, height, 1),
    columns: makeGrain(random, width, 1.2),
    shadow: 9,
    shadowDepth: 0.22
  };
}
function makeGrain(random, length, strength) {
  const grain = new Float32Array(length);
  for (const [span, share] of [
    [90, 0.5],
    [17, 0.3],
    [3, 0.2]
  ]) {
    let from = random.between(-1, 1);
    let to = random.between(-1, 1);
    for (let index = 0; index < length; index += 1) {
      const step = index % span / span;
      if (index % span === 0) {
        from = to;
        to = random.between(-1, 1);
      }
      grain[index] = (grain[index] ?? 0) + (from + (to - from) * step) * share * strength;
    }
  }
  return grain;
}

// tests/specimens/looks/renderFull.ts
var LONG_SIDE = 1560;
async function renderFull(document, context) {
  const random = createRandom(`${context.seed}/${document.entry.id}/look`);
  const artwork = drawDocument(document, context);
  if (artwork.setting === "plain") {
    const icon = await renderArtwork(artwork, artwork.width);
    return sharp2(icon.data, { raw: { width: icon.width, height: icon.height, channels: 4 } }).flatten().jpeg({ quality: 88 }).toBuffer();
  }
  return renderScene(artwork, document, random);
}
async function renderScene(artwork, document, random) {
  const frame = frameOf(artwork);
  const photographed = artwork.setting === "scene" || random.chance(0.55);
  const place = random.fork("place");
  const quad = artwork.setting === "scene" ? wholeFrame(frame) : placeDocument(place, {
    frame,
    art: artwork,
    fill: artwork.setting === "card" ? place.between(0.72, 0.86) : place.between(0.88, 0.95),
    tilt: photographed ? place.between(-4, 4) : place.between(-0.7, 0.7),
    perspective: photographed ? 0.025 : 0,
    cropped: document.flaws.includes("cropped-edge") ? place.between(0.14, 0.2) : 0
  });
  const surface = photographed ? makeDesk(random.fork("desk"), frame.width, frame.height) : makeScannerLid(random.fork("lid"), frame.width, frame.height);
  const light = spoilLight(
    photographed ? makeLampLight(random.fork("light")) : makeScannerLight(random.fork("light")),
    document,
    random.fork("flaw")
  );
  const art = await renderArtwork(
    artwork,
    Math.round(Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y))
  );
  const radius = artwork.setting === "card" ? art.width * 3.18 / 85.6 : 0;
  const pixels = composeScene({ ...frame, art, quad, radius, surface, light }, random.fork("noise"));
  return encode(pixels, frame, document, random.fork("encode"));
}
function frameOf(artwork) {
  if (artwork.setting === "scene") {
    return { width: 1440, height: 1080 };
  }
  return artwork.height > artwork.width ? { width: 1100, height: LONG_SIDE } : { width: LONG_SIDE, height: artwork.setting === "card" ? 1e3 : 1110 };
}
function wholeFrame({ width, height }) {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height }
  ];
}
function spoilLight(light, document, random) {
  const { flaws } = document;
  return {
    ...light,
    ...flaws.includes("too-dark") ? { gain: random.between(0.2, 0.26), noise: 5 } : {},
    ...flaws.includes("glare") ? {
      glare: [
        { x: random.between(0.38, 0.62), y: random.between(0.4, 0.6), radius: random.between(0.15, 0.2) }
      ]
    } : {},
    ...flaws.includes("screen-reshoot") ? { moire: 0.13, blue: light.blue * 1.06 } : {}
  };
}
async function encode(pixels, frame, document, random) {
  const picture = sharp2(pixels, { raw: { ...frame, channels: 3 } });
  if (document.flaws.includes("blurred")) {
    picture.blur(random.between(5, 6.5));
  }
  if (document.flaws.includes("grey-copy")) {
    picture.linear(1.25, -30).greyscale().toColourspace("srgb");
  }
  return picture.jpeg({ quality: random.int(82, 89) }).toBuffer();
}

// tests/specimens/looks/tiny.ts
import sharp3 from "sharp";
var WIDTH4 = 320;
var HEIGHT4 = 200;
async function renderTiny(document, seed) {
  const random = createRandom(
    `${seed}/${document.entry.id}/${document.drawnFace ?? document.entry.face}/tiny`
  );
  const gain = document.flaws.includes("too-dark") ? 0.22 : 1;
  const table = [random.int(90, 140), random.int(80, 120), random.int(70, 110)];
  const card2 = [random.int(190, 250), random.int(190, 250), random.int(170, 240)];
  const ink = [random.int(10, 90), random.int(10, 90), random.int(10, 90)];
  const bars = Array.from({ length: 9 }, () => random.int(30, 250));
  const pixels = Buffer.alloc(WIDTH4 * HEIGHT4 * 3);
  for (let y = 0; y < HEIGHT4; y += 1) {
    const bar = y % 20 < 8 ? bars[Math.floor(y / 20) % bars.length] ?? 0 : 0;
    for (let x = 0; x < WIDTH4; x += 1) {
      const onCard = x > 20 && x < WIDTH4 - 20 && y > 12 && y < HEIGHT4 - 12;
      const colour = !onCard ? table : x > 40 && x < 40 + bar ? ink : card2;
      for (let channel = 0; channel < 3; channel += 1) {
        pixels[(y * WIDTH4 + x) * 3 + channel] = Math.round((colour[channel] ?? 0) * gain);
      }
    }
  }
  const picture = sharp3(pixels, { raw: { width: WIDTH4, height: HEIGHT4, channels: 3 } });
  if (document.flaws.includes("grey-copy")) {
    picture.greyscale();
  }
  if (document.flaws.includes("blurred")) {
    picture.blur(4);
  }
  return picture.jpeg({ quality: 80 }).toBuffer();
}

// tests/specimens/options.ts
var DEFAULT_SUBMITTED_AT = "2026-11-20T10:24:00+08:00";
var ORGANISATION_NATURES = [
  "enterprise",
  "enterprise",
  "enterprise",
  "enterprise",
  "sole-trader",
  "institution",
  "social-organisation",
  "private-non-enterprise",
  "law-firm",
  "government",
  "foundation"
];
function resolveOptions(options) {
  const seed = String(options.seed);
  const random = createRandom(seed);
  const filingType = options.filingType ?? random.fork("type").pick(FILING_TYPES);
  const hosted = HOSTED_FILING_TYPES.includes(filingType);
  const nature = resolveNature(random.fork("nature"), options);
  const submittedAt = options.submittedAt ?? DEFAULT_SUBMITTED_AT;
  const paper = options.paper ?? "resident-id";
  const defects = new Set(options.defects ?? []);
  for (const defect of defects) {
    if (!defectFits(defect, { filingType, nature, paper })) {
      throw new RangeError(`defect ${defect} does not fit ${filingType} by ${nature}`);
    }
  }
  return {
    seed,
    random,
    filingType,
    hosted,
    nature,
    province: resolveProvince(random.fork("province"), options.province),
    serviceKind: options.serviceKind ?? (hosted && random.fork("service").chance(0.2) ? "app" : "website"),
    serviceCount: options.serviceCount ?? 1,
    paper,
    defects,
    extras: new Set(options.extras ?? []),
    borrowsFrom: options.borrowsFrom === void 0 ? void 0 : resolveOptions(options.borrowsFrom),
    submittedAt,
    today: chinaDate(Date.parse(options.papersAt ?? submittedAt)),
    orderNumber: options.orderNumber ?? `BA-${random.fork("order").digits(10)}`,
    round: options.round ?? 1,
    withPhoto: options.withPhoto ?? false,
    pictures: options.pictures ?? "full"
  };
}
function resolveNature(random, options) {
  if (options.nature !== void 0) {
    return options.nature;
  }
  const kind = options.entityKind ?? (random.chance(0.35) ? "individual" : "organization");
  return kind === "individual" ? "individual" : random.pick(ORGANISATION_NATURES);
}
function resolveProvince(random, code) {
  if (code === void 0) {
    return random.pick(PROVINCES);
  }
  const province = provinceByCode(code);
  if (province === void 0) {
    throw new RangeError(`no province has the code ${code}`);
  }
  return province;
}

// tests/specimens/makeBundle.ts
async function makeBundle(options) {
  const plan = resolveOptions(options);
  const applicant = makeApplicant(plan);
  const form = spoilForm(makeApplication(plan, applicant), plan.defects, plan.random.fork("form-defects"));
  const planned = planDocuments(plan, applicant);
  const withPhoto = plan.withPhoto || [...plan.defects].some((defect) => isPhotoDefect(defect));
  const all = withPhoto ? [...planned, planPhoto(applicant, planned.length)] : planned;
  const papers = spoilPapers(all, plan.defects, {
    home: applicant.home,
    today: plan.today,
    random: plan.random.fork("paper-defects")
  });
  return {
    bundle: {
      format: "beian-desk/filing",
      version: 1,
      orderNumber: plan.orderNumber,
      submittedAt: plan.submittedAt,
      documents: papers.documents.map(({ entry }) => entry),
      round: plan.round,
      accountId: applicant.accountId,
      province: plan.province.code,
      application: form.application
    },
    files: await renderAll(plan, applicant, form.application, papers.documents),
    labels: labelsOf(plan, [...labelTruth(plan.defects), ...form.labels, ...papers.labels])
  };
}
function labelsOf(plan, defects) {
  return { orderNumber: plan.orderNumber, round: plan.round, clean: defects.length === 0, defects };
}
async function renderAll(plan, applicant, application, documents) {
  if (plan.pictures === "none") {
    return /* @__PURE__ */ new Map();
  }
  const context = { applicant, application, today: plan.today, seed: plan.seed };
  const files = /* @__PURE__ */ new Map();
  for (const document of documents) {
    const picture = plan.pictures === "tiny" ? renderTiny(document, plan.seed) : renderFull(document, context);
    files.set(document.entry.file, await picture);
  }
  return files;
}

// tests/bench/rules/benchCases.ts
var PROVINCES2 = 6;
var KINDS = [
  { nature: "enterprise", serviceKind: "website", serviceCount: 1 },
  { nature: "individual", serviceKind: "website", serviceCount: 1 },
  { nature: "enterprise", serviceKind: "app", serviceCount: 1 },
  { nature: "institution", serviceKind: "website", serviceCount: 3 }
];
var REVIEWED_ON = "2026-11-21";
async function makeBenchCases(pack2) {
  const provinces2 = Object.entries(pack2.byProvince).toSorted(([, one], [, other]) => other.length - one.length).slice(0, PROVINCES2).map(([province]) => province);
  const cases2 = [];
  for (const filingType of FILING_TYPES) {
    for (const province of provinces2) {
      for (const kind of KINDS) {
        const defects = cases2.length % 3 === 0 ? ["expired-id"] : [];
        const seed = `bench/${filingType}/${province}/${kind.nature ?? ""}/${kind.serviceKind ?? ""}`;
        const { bundle } = await makeBundle({
          seed,
          filingType,
          province,
          ...kind,
          defects,
          pictures: "none"
        });
        cases2.push({ filingType, text: `${JSON.stringify(bundle, void 0, 2)}
` });
      }
    }
  }
  return cases2;
}
function judgedCaseOf(bundle) {
  const { province, round: round2, submittedAt, application } = bundle;
  const documents = bundle.documents.map((document) => ({
    ...document,
    sha256: document.id.padStart(64, "0")
  }));
  return { province, rounds: [{ round: round2, submittedAt, application, documents }], decisions: [] };
}

// shared/rules/checks/checkContext.ts
function makeCheckContext(filingCase, today) {
  const { application, documents, submittedAt } = roundUnderReview(filingCase);
  return {
    application,
    documents,
    scope: "both",
    parts: listParts(application),
    province: filingCase.province,
    submittedOn: chinaDate(Date.parse(submittedAt)),
    today,
    readDomain: remember(checkDomainName)
  };
}
function narrowTo(context, scope) {
  return { ...context, scope };
}
function remember(read) {
  const known = /* @__PURE__ */ new Map();
  return (text4) => {
    const answer = known.get(text4) ?? read(text4);
    known.set(text4, answer);
    return answer;
  };
}

// shared/rules/evaluateChecklist.ts
function evaluateChecklist(pack2, filingCase, today) {
  const { application, submittedAt } = roundUnderReview(filingCase);
  const plan = pack2.planChecklist({
    ...subjectOf(filingCase.province, application),
    on: chinaDate(Date.parse(submittedAt)),
    gating: gatingStages(filingCase)
  });
  const both = makeCheckContext(filingCase, today);
  const contexts = { both, website: narrowTo(both, "website"), app: narrowTo(both, "app") };
  return plan.map(({ rule, line: line2, blocks, judge }) => {
    const machine = judge === null ? null : judge(contexts[rule.appliesTo.service]);
    const blocking = blocks === "always" || blocks === "when-broken" && machine?.verdict === "fail";
    return completeLine(line2, blocking, machine);
  });
}
function gatingStages(filingCase) {
  const { round: round2, documents } = roundUnderReview(filingCase);
  const settled = filingCase.state === "second-review" ? filingCase.decisions.slice(0, -1) : filingCase.decisions;
  const reviewed = settled.some((entry) => entry.round === round2 && entry.decision.verdict === "pass");
  const photographed = documents.some((document) => document.kind === "backdrop-photo");
  return [...reviewed ? [] : ["provider-review"], ...photographed ? ["photo"] : []];
}
function completeLine(line2, blocking, machine) {
  return {
    id: line2.id,
    group: line2.group,
    stage: line2.stage,
    title: line2.title,
    requirement: line2.requirement,
    severity: line2.severity,
    blocking,
    cautions: line2.cautions,
    confidence: line2.confidence,
    source: line2.source,
    effectiveFrom: line2.effectiveFrom,
    effectiveTo: line2.effectiveTo,
    effectiveToBasis: line2.effectiveToBasis,
    facts: line2.facts,
    corroboratedBy: line2.corroboratedBy,
    conflictsWith: line2.conflictsWith,
    concern: line2.concern,
    sampled: line2.sampled,
    machine,
    reasonIds: line2.reasonIds
  };
}

// tests/bench/rules/zz.ts
var pack = await readShippedRulePack();
var cases = (await makeBenchCases(pack)).filter((c) => c.filingType === "first-filing");
var js = cases.map((c) => judgedCaseOf(bundleSchema.parse(JSON.parse(c.text))));
var T = /* @__PURE__ */ new Map();
var time = (k, f) => {
  const s = process.hrtime.bigint();
  const r = f();
  const e = Number(process.hrtime.bigint() - s);
  const a = T.get(k) ?? [];
  a.push(e);
  T.set(k, a);
  return r;
};
for (let p = 0; p < 300; p++) {
  for (const [i, j] of js.entries()) {
    time("parse", () => bundleSchema.parse(JSON.parse(cases[i].text)));
    time("eval", () => evaluateChecklist(pack, j, REVIEWED_ON));
    const { application, submittedAt } = roundUnderReview(j);
    const plan = time("plan", () => pack.planChecklist({ ...subjectOf(j.province, application), on: chinaDate(Date.parse(submittedAt)), gating: ["provider-review"] }));
    const both = time("ctx", () => makeCheckContext(j, REVIEWED_ON));
    const contexts = { both, website: narrowTo(both, "website"), app: narrowTo(both, "app") };
    time("judgeAll", () => plan.map(({ judge, rule }) => judge === null ? null : judge(contexts[rule.appliesTo.service])));
    if (p > 250) {
      const b2 = makeCheckContext(j, REVIEWED_ON);
      const c2 = { both: b2, website: narrowTo(b2, "website"), app: narrowTo(b2, "app") };
      for (const { judge, rule } of plan) if (judge) time("R " + (rule.check?.name ?? "cond") + " " + rule.id, () => judge(c2[rule.appliesTo.service]));
    }
    if (p === 299 && i === 0) {
      const keys = plan.filter((l) => l.judge).map((l) => JSON.stringify([l.rule.check, l.rule.when, l.rule.appliesTo.service]));
      console.log("judged", keys.length, "distinct", new Set(keys).size, "lines", plan.length);
      const ck = plan.filter((l) => l.judge).map((l) => JSON.stringify([l.rule.check, l.rule.appliesTo.service]));
      console.log("distinct checks", new Set(ck).size);
      const by = /* @__PURE__ */ new Map();
      for (const l of plan) if (l.judge) by.set(l.rule.check?.name ?? "cond", (by.get(l.rule.check?.name ?? "cond") ?? 0) + 1);
      console.log([...by].sort((a, b) => b[1] - a[1]).slice(0, 30).map(String).join(" "));
    }
  }
}
var med = (a) => a.slice(Math.floor(a.length / 2)).sort((x, y) => x - y)[Math.floor(a.length / 4)];
for (const [k, a] of T) if (!k.startsWith("R")) console.log(k, med(a) / 1e3, "us", a.length);
var rules = [...T].filter(([k]) => k.startsWith("R")).map(([k, a]) => [k, med(a) / 1e3, a.length / (49 * js.length)]);
var perCheck = /* @__PURE__ */ new Map();
for (const [k, m, share] of rules) {
  const n = k.split(" ")[1];
  const o = perCheck.get(n) ?? [0, 0];
  perCheck.set(n, [o[0] + m * share, o[1] + share]);
}
console.log([...perCheck].sort((a, b) => b[1][0] - a[1][0]).map(([n, [t, c]]) => `${n}: ${t.toFixed(2)}us (${c.toFixed(1)}x)`).join("\n"));
