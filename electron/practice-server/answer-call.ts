import { authenticate, type Credentials, type Proof } from './authentication.ts';
import type { PracticeBehaviour } from './behaviour.ts';
import type { Route } from './endpoints/routes.ts';
import { actOut, type FaultPoint, jsonAnswer, type Outcome, pointOf, writtenAnswer } from './faults/act.ts';
import type { FaultPlanner } from './faults/planner.ts';
import { PimsRejection } from './rejection.ts';
import { bodyParameter, type ReadBody } from './request-body.ts';
import type { RecordedRequest, RequestLog } from './request-log.ts';
import type { PracticeState, StateChange } from './state/practice-state.ts';

/** What the server is at the moment; shared by all calls. */
export interface Practice {
  readonly credentials: Credentials;
  readonly planner: FaultPlanner;
  readonly log: RequestLog;
  readonly state: PracticeState;
  readonly behaviour: PracticeBehaviour;
  /** Today, MM/DD/YYYY. */
  today(): string;
  /** Makes a change true and, with a state file, durable. */
  commit(change: StateChange): void;
  /** Waits as long as the latency of the moment; rejects when the server stops first. */
  lag(): Promise<void>;
  /** Waits so many milliseconds; rejects when the server stops first. */
  wait(ms: number): Promise<void>;
}

/** A call whose body has been read. */
export interface ReadCall {
  route: Route;
  record: RecordedRequest;
  body: ReadBody;
  authorization: string | undefined;
  query: Record<string, string>;
}

/**
 * One call from its body to what goes over the wire. In this order: what the network does to it,
 * authentication (and with it billing), what PIMS refuses by plan, the endpoint itself, and what
 * happens to the answer. A caller that hangs up while it waits does not keep the call from being
 * applied, as with any real server.
 */
export async function answerCall(call: ReadCall, practice: Practice): Promise<Outcome> {
  const act = faultOf(call, practice);
  const onTheWay = await act('network', '');
  if (onTheWay) return onTheWay;
  try {
    authenticate(proofOf(call), practice.credentials);
    practice.log.bill(call.record);
    await practice.lag();
    const refused = await act('refusal', '{"status":"success","data":[],"subRecords":null}');
    if (refused) return refused;
    const answer = apply(call, practice);
    return (await act('after', answer)) ?? writtenAnswer(200, answer);
  } catch (error) {
    if (!(error instanceof PimsRejection)) throw error;
    return jsonAnswer(error.status, { status: 'error', message: error.message });
  }
}

type Act = (point: FaultPoint, answer: string) => Promise<Outcome | undefined>;

/** Takes the fault planned for this call and acts it out at its point, or does nothing there. */
function faultOf({ route, record }: ReadCall, practice: Practice): Act {
  const fault = practice.planner.take({ ...record, endpoint: route.endpoint }, true);
  return async (point, answer) => {
    if (!fault || pointOf(fault) !== point) return undefined;
    record.fault = fault.kind;
    return await actOut(fault, answer, practice.wait);
  };
}

function proofOf({ query, body, authorization }: ReadCall): Proof {
  return { authorization, parameter: (name) => query[name] || bodyParameter(body, name) };
}

/** The JSON of the answer, written at once: a slow answer tells how things were when it was made. */
function apply({ route, record, body, query }: ReadCall, practice: Practice): string {
  if (body.kind === 'malformed') throw new PimsRejection('The request body is not valid JSON.');
  const { state, behaviour } = practice;
  const answer = route.answer({
    query: (name) => query[name],
    body: body.kind === 'value' ? body.value : undefined,
    state,
    today: practice.today(),
    lockCodesShown: behaviour.lockCodesShown,
    lockCodesChange: behaviour.lockCodesChange,
  });
  if (answer.change) {
    practice.commit(answer.change);
    record.applied = true;
  }
  return JSON.stringify(answer.body);
}
