import { mayTouch, type Span } from '../../time/span';
import type { Case } from './case';
import { mayBeReason } from './eligibility';
import type { ClaimedOption, ClaimedStep } from './shape';
import { unless, type Finding } from './violation';

/** What a form's proof has to hold besides true steps. */
export interface ProofDuty {
  /** The rules of which a step each is needed for the key. */
  readonly key: readonly ClaimedStep['rule'][];
  /** The rules of which a step each is needed for every other option. */
  readonly others: readonly ClaimedStep['rule'][];
  /** The time that a place question shows; null where none is shown. */
  readonly shown: { readonly span: Span; readonly label: string } | null;
  /** The span that an option stands for; null where it is no date. */
  readonly spanOf: (value: string) => Span | null;
}

/** Checks a proof step by step against the pack, and that key and distractors are all covered. */
export function checkProof(subject: Case, duty: ProofDuty): readonly Finding[] {
  const { question, distractors } = subject;
  const { key, others } = question.proof;
  const stray = Object.keys(others).filter((id) => !distractors.some((option) => option.id === id));
  return [
    ...unless(stray.length === 0, 'proof', `it speaks of ${stray.join(', ')}, which is no wrong option`),
    ...duty.key.flatMap((rule) => missing(key, rule, 'the key')),
    ...key.flatMap((step) => checkStep(subject, step, null, duty)),
    ...distractors.flatMap((option) => {
      const steps = Object.hasOwn(others, option.id) ? (others[option.id] ?? []) : [];
      return [
        ...duty.others.flatMap((rule) => missing(steps, rule, `option ${option.id}`)),
        ...steps.flatMap((step) => checkStep(subject, step, option, duty)),
      ];
    }),
  ];
}

function missing(steps: readonly ClaimedStep[], rule: ClaimedStep['rule'], of: string): readonly Finding[] {
  return unless(
    steps.some((step) => step.rule === rule),
    'proof',
    `no step “${rule}” for ${of}`,
  );
}

function checkStep(
  subject: Case,
  step: ClaimedStep,
  option: ClaimedOption | null,
  duty: ProofDuty,
): readonly Finding[] {
  const wrong = faultOf(subject, step, option, duty);
  const of = option === null ? 'the key' : `option ${option.id}`;
  return wrong === null ? [] : [{ rule: 'proof', detail: `step “${step.rule}” for ${of}: ${wrong}` }];
}

/** What is wrong with a step; null if it holds. */
function faultOf(subject: Case, step: ClaimedStep, option: ClaimedOption | null, duty: ProofDuty): string | null {
  const { events, bounds, evidence } = subject;
  const [asked] = events;
  const told = [...events, ...bounds];
  switch (step.rule) {
    case 'dated':
      if (step.event !== asked.id) return `${step.event} is not asked about`;
      return step.when === asked.when?.text ? null : `${step.event} is not dated ${step.when}`;
    case 'located': {
      if (step.event !== asked.id) return `${step.event} is not asked about`;
      const [only, ...more] = evidence.specific(asked);
      return only === step.place && more.length === 0 ? null : `${step.place} is not its one most specific place`;
    }
    case 'disjoint-date': {
      if (subject.fact.kind === 'event') return faultOfEventDate(subject, step, option);
      if (step.event !== asked.id || step.when !== asked.when?.text) return `${step.event} is not dated ${step.when}`;
      const span = duty.spanOf(step.option);
      if (step.option !== option?.value || span === null) return `it is about ${step.option}`;
      return mayTouch(asked.when.span, span) ? `${step.option} touches ${step.when}` : null;
    }
    case 'unrelated-place': {
      if (subject.fact.kind === 'event') return faultOfEventPlace(subject, step, option);
      if (step.place !== option?.value || step.event !== asked.id) return `it is about ${step.place} and ${step.event}`;
      const whole =
        step.eventPlaces.length === asked.where.length && asked.where.every((id) => step.eventPlaces.includes(id));
      if (!whole) return `the places of ${asked.id} are ${asked.where.join(', ')}`;
      const kin = asked.where.find((id) => evidence.related(id, step.place));
      return kin === undefined ? null : `${step.place} is related to ${kin}`;
    }
    case 'no-event-then':
      if (step.place !== option?.value) return `it is about ${step.place}`;
      return step.shown === (duty.shown?.label ?? null) ? null : `${step.shown ?? 'no time'} is not the time shown`;
    case 'dated-otherwise':
      return step.place === option?.value ? faultOfReason(subject, step, duty) : `it is about ${step.place}`;
    case 'before':
      if (![step.earlier, step.later].every((id) => told.some((event) => event.id === id)))
        return 'it is about other events';
      return evidence.before(step.earlier, step.later) ? null : `${step.earlier} is not certainly before ${step.later}`;
  }
}

/** Another event that was at another time than the one asked about. */
function faultOfEventDate(
  { events: [asked], evidence }: Case,
  step: Extract<ClaimedStep, { rule: 'disjoint-date' }>,
  option: ClaimedOption | null,
): string | null {
  const event = evidence.events.get(step.event);
  if (event === undefined || step.event !== option?.value) return `it is about ${step.event}`;
  if (event.when?.text !== step.when) return `${step.event} is not dated ${step.when}`;
  if (asked.when?.text !== step.option) return `${asked.id} is not dated ${step.option}`;
  return mayTouch(event.when.span, asked.when.span) ? `${step.when} touches ${step.option}` : null;
}

/** Another event that was at other places than the one asked about. */
function faultOfEventPlace(
  { events: [asked], evidence }: Case,
  step: Extract<ClaimedStep, { rule: 'unrelated-place' }>,
  option: ClaimedOption | null,
): string | null {
  const event = evidence.events.get(step.event);
  if (event === undefined || step.event !== option?.value) return `it is about ${step.event}`;
  if (step.place !== evidence.specific(asked)[0]) return `${step.place} is not the place of ${asked.id}`;
  const whole =
    step.eventPlaces.length === event.where.length && event.where.every((id) => step.eventPlaces.includes(id));
  if (!whole || event.where.length === 0) return `the places of ${event.id} are ${event.where.join(', ')}`;
  const kin = event.where.find((id) => evidence.related(id, step.place));
  return kin === undefined ? null : `${step.place} is related to ${kin}`;
}

/** An event that happened at a false place at another time, told as the reason. */
function faultOfReason(
  { evidence }: Case,
  step: Extract<ClaimedStep, { rule: 'dated-otherwise' }>,
  duty: ProofDuty,
): string | null {
  const event = evidence.events.get(step.event);
  // An id that the pack does not have is dated nothing.
  if (event?.when?.text !== step.when) return `${step.event} is not dated ${step.when}`;
  if (!event.where.some((id) => id === step.place || evidence.containers(id).has(step.place)))
    return `${step.event} was not at ${step.place}`;
  if (!mayBeReason(event, evidence)) return `${step.event} may not be told as a reason`;
  return duty.shown !== null && mayTouch(duty.shown.span, event.when.span)
    ? `${step.when} touches the time shown`
    : null;
}
