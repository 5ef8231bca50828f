import { controlsReplySchema, controlTermsSchema, endControlRequestSchema } from './controls'
import { feedbackReplySchema, feedbackRequestSchema } from './feedback'
import { figuresReplySchema, figuresRequestSchema } from './figures'
import {
  samplingRegisterReplySchema,
  samplingRegisterRequestSchema,
  samplingReplySchema,
  samplingRequestSchema,
  startSamplingRequestSchema,
} from './sampling'
import { smsResultsReplySchema, smsResultsRequestSchema } from './smsResults'
import type { RouteAccess } from './routeAccess'

/** What supervisors look at and set: samples, control cases, figures, and lists that are taken in. */
export const supervisionRoutes = {
  /** Second looks by sample: plans, and what one of them says so far. */
  sampling: {
    method: 'GET',
    path: '/v1/sampling',
    auth: 'session',
    right: 'read-sampling',
    query: samplingRequestSchema,
    reply: samplingReplySchema,
  },
  /** Ends the plan in force and begins another. `conflict`: there is no second person. */
  startSampling: {
    method: 'POST',
    path: '/v1/sampling',
    auth: 'session',
    right: 'plan-sampling',
    body: startSamplingRequestSchema,
    reply: samplingReplySchema,
  },
  /** Every draw of an ended plan with its seed. `conflict`: the plan is in force. */
  samplingRegister: {
    method: 'GET',
    path: '/v1/sampling/register',
    auth: 'session',
    right: 'read-sampling',
    query: samplingRegisterRequestSchema,
    reply: samplingRegisterReplySchema,
  },
  /** Control cases: terms, stock, what was released and how often the faults were found. */
  controls: {
    method: 'GET',
    path: '/v1/controls',
    auth: 'session',
    right: 'read-controls',
    reply: controlsReplySchema,
  },
  planControls: {
    method: 'POST',
    path: '/v1/controls/plan',
    auth: 'session',
    right: 'plan-controls',
    body: controlTermsSchema,
    reply: controlsReplySchema,
  },
  /** Takes one out of stock, or withdraws a released one now. */
  endControl: {
    method: 'POST',
    path: '/v1/controls/end',
    auth: 'session',
    right: 'plan-controls',
    body: endControlRequestSchema,
    reply: controlsReplySchema,
  },
  /** What the team's work comes to. */
  figures: {
    method: 'GET',
    path: '/v1/figures',
    auth: 'session',
    right: 'read-figures',
    query: figuresRequestSchema,
    reply: figuresReplySchema,
  },
  /** Results of SMS verifications as a list; tried first, then taken in. */
  smsResults: {
    method: 'POST',
    path: '/v1/sms-results',
    auth: 'session',
    right: 'record-notice',
    body: smsResultsRequestSchema,
    reply: smsResultsReplySchema,
  },
  /** Answers of the administration as a list; tried first, then taken in. */
  feedback: {
    method: 'POST',
    path: '/v1/feedback',
    auth: 'session',
    right: 'record-notice',
    body: feedbackRequestSchema,
    reply: feedbackReplySchema,
  },
} as const satisfies Readonly<Record<string, RouteAccess>>
