/** Generated from the Python structs by tools/generate_protocol.py: do not edit. */

export const PROTOCOL = 1;

export const MESSAGE_LIMIT = 65536;

export type Role = "facilitator" | "participant" | "observer";

/** A wish that any activity, also an outsider's, may send. */
export interface Command {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** The first message of a session: who comes, by what right. */
export interface Hello {
  readonly type: "hello";
  readonly protocol: number;
  readonly secret?: string | null;
  readonly ticket?: string | null;
  readonly name?: string | null;
  readonly perspective?: string | null;
  readonly lang?: string | null;
  readonly observe?: boolean;
}

/** A wish with an id of its own, so that sending it twice does it once. */
export interface CommandMessage {
  readonly type: "command";
  readonly id: string;
  readonly command: Command;
}

/** The "I'm done" mark: counted, never named, cleared by the next phase. */
export interface ReadyMessage {
  readonly type: "ready";
  readonly ready: boolean;
}

export type FromClient = Hello | CommandMessage | ReadyMessage;

/** A whole view: on arrival, and whenever patches would not do. It replaces everything. */
export interface Welcome {
  readonly type: "welcome";
  readonly protocol: number;
  readonly role: Role;
  readonly version: number;
  readonly now: string;
  readonly view: unknown;
  readonly me: unknown;
  readonly join?: JoinAddress;
}

/** Saved to the disk; visible once the view's version reaches this one. */
export interface Ack {
  readonly type: "ack";
  readonly id: string;
  readonly version: number;
}

/** Not done: what went wrong, and what to do next. */
export interface RefusedMessage {
  readonly type: "refused";
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly id?: string;
}

/** What changed in the role's view: a JSON Merge Patch (RFC 7396). */
export interface PatchMessage {
  readonly type: "patch";
  readonly version: number;
  readonly view: Readonly<Record<string, unknown>>;
}

/** What changed in what is one's own. */
export interface MeMessage {
  readonly type: "me";
  readonly version: number;
  readonly me: Readonly<Record<string, unknown>>;
}

/** How many are here and how many say they are done. */
export interface PresenceMessage {
  readonly type: "presence";
  readonly here: number;
  readonly ready: number;
}

/** How phones get in: the address before the code, and whether they can reach it. */
export interface JoinAddress {
  readonly url?: string;
  readonly reachable?: boolean;
}

export type FromServer = Welcome | Ack | RefusedMessage | PatchMessage | MeMessage | PresenceMessage;

export const CLOSE_CODES = {
  BAD_MESSAGE: 4400,
  TICKET: 4401,
  DOOR: 4403,
  CODE: 4404,
} as const;

/** Every command of the built-in activities, by its kind. */
export interface Commands {
  readonly "action_review.decide": ActionReviewDecide;
  readonly "action_review.focus": ActionReviewFocus;
  readonly "action_review.mark": ActionReviewMark;
  readonly "action_review.move_phase": ActionReviewMovePhase;
  readonly "action_review.take_mark_back": ActionReviewTakeMarkBack;
  readonly "experiments.add_experiment": ExperimentsAddExperiment;
  readonly "experiments.amend_plan": ExperimentsAmendPlan;
  readonly "experiments.change_plan": ExperimentsChangePlan;
  readonly "experiments.correct_reading": ExperimentsCorrectReading;
  readonly "experiments.decide_experiment": ExperimentsDecideExperiment;
  readonly "experiments.edit_experiment": ExperimentsEditExperiment;
  readonly "experiments.expect": ExperimentsExpect;
  readonly "experiments.focus": ExperimentsFocus;
  readonly "experiments.give_vote": ExperimentsGiveVote;
  readonly "experiments.move_experiment": ExperimentsMoveExperiment;
  readonly "experiments.move_phase": ExperimentsMovePhase;
  readonly "experiments.record_readings": ExperimentsRecordReadings;
  readonly "experiments.remove_experiment": ExperimentsRemoveExperiment;
  readonly "experiments.start_experiment": ExperimentsStartExperiment;
  readonly "experiments.take_vote_back": ExperimentsTakeVoteBack;
  readonly "experiments.withdraw_reading": ExperimentsWithdrawReading;
  readonly "goals.add_item": GoalsAddItem;
  readonly "goals.add_link": GoalsAddLink;
  readonly "goals.delete_item": GoalsDeleteItem;
  readonly "goals.edit_item": GoalsEditItem;
  readonly "goals.focus": GoalsFocus;
  readonly "goals.move_phase": GoalsMovePhase;
  readonly "goals.rate": GoalsRate;
  readonly "goals.remove_link": GoalsRemoveLink;
  readonly "goals.unrate": GoalsUnrate;
  readonly "health.focus": HealthFocus;
  readonly "health.move_phase": HealthMovePhase;
  readonly "health.rate": HealthRate;
  readonly "health.write": HealthWrite;
  readonly "poll.answer": PollAnswer;
  readonly "poll.choose": PollChoose;
  readonly "poll.move_phase": PollMovePhase;
  readonly "poll.withdraw": PollWithdraw;
  readonly "retro.add_card": RetroAddCard;
  readonly "retro.count_room": RetroCountRoom;
  readonly "retro.delete_card": RetroDeleteCard;
  readonly "retro.edit_card": RetroEditCard;
  readonly "retro.focus": RetroFocus;
  readonly "retro.give_vote": RetroGiveVote;
  readonly "retro.group_cards": RetroGroupCards;
  readonly "retro.hide_card": RetroHideCard;
  readonly "retro.move_card": RetroMoveCard;
  readonly "retro.move_phase": RetroMovePhase;
  readonly "retro.rename_group": RetroRenameGroup;
  readonly "retro.show_card": RetroShowCard;
  readonly "retro.take_out": RetroTakeOut;
  readonly "retro.take_vote_back": RetroTakeVoteBack;
  readonly "retro.undo": RetroUndo;
  readonly "retro.ungroup": RetroUngroup;
  readonly "team.add_action": TeamAddAction;
  readonly "team.change_action": TeamChangeAction;
  readonly "team.remove_action": TeamRemoveAction;
  readonly "workshop.add_activity": WorkshopAddActivity;
  readonly "workshop.change_activity": WorkshopChangeActivity;
  readonly "workshop.end_turns": WorkshopEndTurns;
  readonly "workshop.extend_timer": WorkshopExtendTimer;
  readonly "workshop.finish": WorkshopFinish;
  readonly "workshop.lend_ticket": WorkshopLendTicket;
  readonly "workshop.lock_door": WorkshopLockDoor;
  readonly "workshop.make_live": WorkshopMakeLive;
  readonly "workshop.mix_turns": WorkshopMixTurns;
  readonly "workshop.pass_turn": WorkshopPassTurn;
  readonly "workshop.pause_timer": WorkshopPauseTimer;
  readonly "workshop.recall_tickets": WorkshopRecallTickets;
  readonly "workshop.remove_person": WorkshopRemovePerson;
  readonly "workshop.renew_code": WorkshopRenewCode;
  readonly "workshop.resume_timer": WorkshopResumeTimer;
  readonly "workshop.set_perspectives": WorkshopSetPerspectives;
  readonly "workshop.start_timer": WorkshopStartTimer;
  readonly "workshop.stop_timer": WorkshopStopTimer;
  readonly "workshop.unlock_door": WorkshopUnlockDoor;
}

/** Say what came of an action, and whether it is done, goes on or is dropped. */
export interface ActionReviewDecide {
  readonly kind: "action_review.decide";
  readonly activity: string;
  readonly action: string;
  readonly decision: string;
  readonly outcome?: string;
  readonly owner?: string;
  readonly due?: string;
}

/** Bring everyone to one action that is not decided yet. */
export interface ActionReviewFocus {
  readonly kind: "action_review.focus";
  readonly activity: string;
  readonly action: string;
}

/** Say how an action went, or say it anew; with a note or without. */
export interface ActionReviewMark {
  readonly kind: "action_review.mark";
  readonly activity: string;
  readonly action: string;
  readonly mark: string;
  readonly note?: string;
}

/** Show how people think that things went, and decide; or let them look again. */
export interface ActionReviewMovePhase {
  readonly kind: "action_review.move_phase";
  readonly activity: string;
  readonly phase: string;
}

/** Take back what one said of an action. */
export interface ActionReviewTakeMarkBack {
  readonly kind: "action_review.take_mark_back";
  readonly activity: string;
  readonly action: string;
}

/** Note an idea of what to try, on its own or from one of the team's actions. */
export interface ExperimentsAddExperiment {
  readonly kind: "experiments.add_experiment";
  readonly activity: string;
  readonly title: string;
  readonly plan?: Plan;
  readonly owner?: string;
  readonly serves?: string;
  readonly action?: string;
}

/** Change a locked test card: as a new version, with a reason that stays beside the verdict. */
export interface ExperimentsAmendPlan {
  readonly kind: "experiments.amend_plan";
  readonly activity: string;
  readonly experiment: string;
  readonly plan: Plan;
  readonly reason: string;
}

/** Write the test card anew, before the start. */
export interface ExperimentsChangePlan {
  readonly kind: "experiments.change_plan";
  readonly activity: string;
  readonly experiment: string;
  readonly plan: Plan;
}

/** Put a reading right; the log keeps what it was. */
export interface ExperimentsCorrectReading {
  readonly kind: "experiments.correct_reading";
  readonly activity: string;
  readonly experiment: string;
  readonly reading: string;
  readonly corrected: NewReading;
}

/** Write down what the team decided and learned. To keep testing needs a new review date. */
export interface ExperimentsDecideExperiment {
  readonly kind: "experiments.decide_experiment";
  readonly activity: string;
  readonly experiment: string;
  readonly choice: "abandon" | "adapt" | "adopt" | "keep_testing";
  readonly learning?: Learning;
  readonly review?: string;
  readonly planned?: number;
}

/** Say anew what is never locked: the whole of title, owner, goal and governance. */
export interface ExperimentsEditExperiment {
  readonly kind: "experiments.edit_experiment";
  readonly activity: string;
  readonly experiment: string;
  readonly title: string;
  readonly owner?: string;
  readonly serves?: string;
  readonly governance?: Governance;
}

/** Say privately how one thinks that it went, and what one saw. */
export interface ExperimentsExpect {
  readonly kind: "experiments.expect";
  readonly activity: string;
  readonly experiment: string;
  readonly outcome?: "inconclusive" | "met" | "not_met" | "cannot_say";
  readonly note?: string;
}

/** Bring everyone to one experiment, or to the whole board. */
export interface ExperimentsFocus {
  readonly kind: "experiments.focus";
  readonly activity: string;
  readonly experiment?: string | null;
}

/** Vote for what to do next, or for something else instead. */
export interface ExperimentsGiveVote {
  readonly kind: "experiments.give_vote";
  readonly activity: string;
  readonly experiment: string;
  readonly choice: "abandon" | "adapt" | "adopt" | "keep_testing";
}

/** Between idea and planned, and between running and review. */
export interface ExperimentsMoveExperiment {
  readonly kind: "experiments.move_experiment";
  readonly activity: string;
  readonly experiment: string;
  readonly stage: "decided" | "idea" | "planned" | "review" | "running";
}

/** Go to a phase, any way. */
export interface ExperimentsMovePhase {
  readonly kind: "experiments.move_phase";
  readonly activity: string;
  readonly phase: string;
}

/** Add readings. */
export interface ExperimentsRecordReadings {
  readonly kind: "experiments.record_readings";
  readonly activity: string;
  readonly experiment: string;
  readonly readings: ReadonlyArray<NewReading>;
}

/** Take away what was never started. */
export interface ExperimentsRemoveExperiment {
  readonly kind: "experiments.remove_experiment";
  readonly activity: string;
  readonly experiment: string;
}

/** Lock the test card and run; from today on, or from another day. */
export interface ExperimentsStartExperiment {
  readonly kind: "experiments.start_experiment";
  readonly activity: string;
  readonly experiment: string;
  readonly start?: string;
}

/** Take one's vote back. */
export interface ExperimentsTakeVoteBack {
  readonly kind: "experiments.take_vote_back";
  readonly activity: string;
  readonly experiment: string;
}

/** Take a reading out of the count; the log keeps it. */
export interface ExperimentsWithdrawReading {
  readonly kind: "experiments.withdraw_reading";
  readonly activity: string;
  readonly experiment: string;
  readonly reading: string;
}

/** Put something on the map: hidden in ``draft`` until the reveal, else there at once. */
export interface GoalsAddItem {
  readonly kind: "goals.add_item";
  readonly activity: string;
  readonly level: "goal" | "outcome" | "vision" | "work";
  readonly text: string;
  readonly owner?: string;
  readonly measure?: Measure | null;
  readonly assumption?: string;
}

/** Say that the child serves the parent, which has to be on a higher level. */
export interface GoalsAddLink {
  readonly kind: "goals.add_link";
  readonly activity: string;
  readonly child: string;
  readonly parent: string;
}

/** Take an item away, with its links and what people rated. */
export interface GoalsDeleteItem {
  readonly kind: "goals.delete_item";
  readonly activity: string;
  readonly item: string;
}

/** Say it better: the whole of text, owner, measure and assumption. */
export interface GoalsEditItem {
  readonly kind: "goals.edit_item";
  readonly activity: string;
  readonly item: string;
  readonly text: string;
  readonly owner?: string;
  readonly measure?: Measure | null;
  readonly assumption?: string;
}

/** Bring everyone to one item, or to none. */
export interface GoalsFocus {
  readonly kind: "goals.focus";
  readonly activity: string;
  readonly item?: string | null;
}

/** Go to a phase, any way. */
export interface GoalsMovePhase {
  readonly kind: "goals.move_phase";
  readonly activity: string;
  readonly phase: string;
}

/** Answer one question about one goal, or answer it anew. */
export interface GoalsRate {
  readonly kind: "goals.rate";
  readonly activity: string;
  readonly item: string;
  readonly question: string;
  readonly answer: "1" | "2" | "3" | "4" | "5" | "cannot_say";
}

/** Say that the child does not serve the parent. */
export interface GoalsRemoveLink {
  readonly kind: "goals.remove_link";
  readonly activity: string;
  readonly child: string;
  readonly parent: string;
}

/** Take one's answer back. */
export interface GoalsUnrate {
  readonly kind: "goals.unrate";
  readonly activity: string;
  readonly item: string;
  readonly question: string;
}

/** Bring everyone to one topic, or to none. */
export interface HealthFocus {
  readonly kind: "health.focus";
  readonly activity: string;
  readonly topic?: string | null;
}

/** Show and freeze the results, or ask again as a new round. */
export interface HealthMovePhase {
  readonly kind: "health.move_phase";
  readonly activity: string;
  readonly phase: string;
}

/** Say the whole of one's answer about a topic: how it is, and where it is going. */
export interface HealthRate {
  readonly kind: "health.rate";
  readonly activity: string;
  readonly topic: string;
  readonly light?: "" | "amber" | "cannot_say" | "green" | "red";
  readonly trend?: "" | "better" | "same" | "worse";
}

/** Write about a topic, or write it anew; an empty text takes it back. */
export interface HealthWrite {
  readonly kind: "health.write";
  readonly activity: string;
  readonly topic: string;
  readonly text: string;
}

/** Give an answer, or another one instead. */
export interface PollAnswer {
  readonly kind: "poll.answer";
  readonly activity: string;
  readonly answer: string;
}

/** Choose several options: all that one wants, instead of what one chose before. */
export interface PollChoose {
  readonly kind: "poll.choose";
  readonly activity: string;
  readonly chosen: ReadonlyArray<string>;
}

/** Show and freeze the results, or ask again as a new round. */
export interface PollMovePhase {
  readonly kind: "poll.move_phase";
  readonly activity: string;
  readonly phase: string;
}

/** Take one's answer back. */
export interface PollWithdraw {
  readonly kind: "poll.withdraw";
  readonly activity: string;
}

/** Write a card, hidden until the reveal. */
export interface RetroAddCard {
  readonly kind: "retro.add_card";
  readonly activity: string;
  readonly column: string;
  readonly text: string;
  readonly from_room?: boolean;
}

/** Say how many people are in the room without a device: their dots are the room's. */
export interface RetroCountRoom {
  readonly kind: "retro.count_room";
  readonly activity: string;
  readonly people: number;
}

/** Take a card away; dots on it go back to their owners. */
export interface RetroDeleteCard {
  readonly kind: "retro.delete_card";
  readonly activity: string;
  readonly card: string;
}

/** Write one's own card anew. */
export interface RetroEditCard {
  readonly kind: "retro.edit_card";
  readonly activity: string;
  readonly card: string;
  readonly text: string;
}

/** Bring everyone to one card or group, or to none. */
export interface RetroFocus {
  readonly kind: "retro.focus";
  readonly activity: string;
  readonly target?: string | null;
}

/** Give one dot to a group, or to a card outside any group. */
export interface RetroGiveVote {
  readonly kind: "retro.give_vote";
  readonly activity: string;
  readonly target: string;
  readonly from_room?: boolean;
}

/** Put cards together: two or more as a new group, or any into a group. */
export interface RetroGroupCards {
  readonly kind: "retro.group_cards";
  readonly activity: string;
  readonly cards: ReadonlyArray<string>;
  readonly into?: string | null;
  readonly title?: string;
  readonly act?: string;
}

/** Take a revealed card out of everyone's sight; dots on it go back to their owners. */
export interface RetroHideCard {
  readonly kind: "retro.hide_card";
  readonly activity: string;
  readonly card: string;
}

/** Put a card into another column. */
export interface RetroMoveCard {
  readonly kind: "retro.move_card";
  readonly activity: string;
  readonly card: string;
  readonly column: string;
  readonly act?: string;
}

/** Go to a phase, forwards or back; leaving ``write`` reveals the cards for good. */
export interface RetroMovePhase {
  readonly kind: "retro.move_phase";
  readonly activity: string;
  readonly phase: string;
}

/** Give a group a better title. */
export interface RetroRenameGroup {
  readonly kind: "retro.rename_group";
  readonly activity: string;
  readonly group: string;
  readonly title: string;
  readonly act?: string;
}

/** Show a hidden card again, with the dots that their owners have not given elsewhere. */
export interface RetroShowCard {
  readonly kind: "retro.show_card";
  readonly activity: string;
  readonly card: string;
}

/** Take one card out of its group. */
export interface RetroTakeOut {
  readonly kind: "retro.take_out";
  readonly activity: string;
  readonly card: string;
  readonly act?: string;
}

/** Take back one of one's own dots. */
export interface RetroTakeVoteBack {
  readonly kind: "retro.take_vote_back";
  readonly activity: string;
  readonly target: string;
  readonly from_room?: boolean;
}

/** Take back what was done under an act's id, unless something of it has changed since. */
export interface RetroUndo {
  readonly kind: "retro.undo";
  readonly activity: string;
  readonly act: string;
}

/** Take a group apart; dots given to the group go back. */
export interface RetroUngroup {
  readonly kind: "retro.ungroup";
  readonly activity: string;
  readonly group: string;
  readonly act?: string;
}

/** Promise something, on its own or from a card or group. */
export interface TeamAddAction {
  readonly kind: "team.add_action";
  readonly text: string;
  readonly owner?: string;
  readonly due?: string;
  readonly activity?: string;
  readonly target?: string;
  readonly likely?: number;
  readonly keep_doing?: boolean;
}

/** Say it better: the whole of text, owner, date, likelihood, and whether to keep doing it. */
export interface TeamChangeAction {
  readonly kind: "team.change_action";
  readonly action: string;
  readonly text: string;
  readonly owner?: string;
  readonly due?: string;
  readonly likely?: number;
  readonly keep_doing?: boolean;
}

/** Take an action off the list. */
export interface TeamRemoveAction {
  readonly kind: "team.remove_action";
  readonly action: string;
}

/** Put an activity at the end of the agenda. */
export interface WorkshopAddActivity {
  readonly kind: "workshop.add_activity";
  readonly activity_kind: string;
  readonly key: string;
  readonly title: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Give an activity another title or other options, unless that would lose answers. */
export interface WorkshopChangeActivity {
  readonly kind: "workshop.change_activity";
  readonly activity: string;
  readonly title: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Take the order of talking away. */
export interface WorkshopEndTurns {
  readonly kind: "workshop.end_turns";
}

/** Add seconds to the timer. */
export interface WorkshopExtendTimer {
  readonly kind: "workshop.extend_timer";
  readonly seconds: number;
}

/** End the workshop for good. */
export interface WorkshopFinish {
  readonly kind: "workshop.finish";
}

/** Let whoever holds these 256 random bits lead from another device, or look on. */
export interface WorkshopLendTicket {
  readonly kind: "workshop.lend_ticket";
  readonly ticket: string;
  readonly purpose: "lead" | "screen";
}

/** Let nobody new in. */
export interface WorkshopLockDoor {
  readonly kind: "workshop.lock_door";
}

/** Bring everyone to an activity, or back to the lobby. */
export interface WorkshopMakeLive {
  readonly kind: "workshop.make_live";
  readonly activity?: string | null;
}

/** Put everyone who gave a name into a new random order of talking. */
export interface WorkshopMixTurns {
  readonly kind: "workshop.mix_turns";
}

/** Say how many have spoken: one more is the next one's turn, one less goes back. */
export interface WorkshopPassTurn {
  readonly kind: "workshop.pass_turn";
  readonly heard: number;
}

/** Hold the timer. */
export interface WorkshopPauseTimer {
  readonly kind: "workshop.pause_timer";
}

/** Take back every ticket that was lent for this; who came with one is shown out at once. */
export interface WorkshopRecallTickets {
  readonly kind: "workshop.recall_tickets";
  readonly purpose: "lead" | "screen";
}

/** Take someone out for good, and lock the door behind them if wished. */
export interface WorkshopRemovePerson {
  readonly kind: "workshop.remove_person";
  readonly person: string;
  readonly lock_door?: boolean;
}

/** Give the workshop another join code; the one before lets nobody new in any more. */
export interface WorkshopRenewCode {
  readonly kind: "workshop.renew_code";
}

/** Let the timer run on. */
export interface WorkshopResumeTimer {
  readonly kind: "workshop.resume_timer";
}

/** Say what people may speak as. */
export interface WorkshopSetPerspectives {
  readonly kind: "workshop.set_perspectives";
  readonly perspectives: ReadonlyArray<string>;
}

/** Start the timer anew. */
export interface WorkshopStartTimer {
  readonly kind: "workshop.start_timer";
  readonly seconds: number;
}

/** Take the timer away. */
export interface WorkshopStopTimer {
  readonly kind: "workshop.stop_timer";
}

/** Let people in again. */
export interface WorkshopUnlockDoor {
  readonly kind: "workshop.unlock_door";
}

/** When the team is right. Shares go from 0 to 1. */
export interface Criterion {
  readonly threshold: number;
  readonly direction?: "at_least" | "at_most";
  readonly compare?: "change" | "level";
}

/** Who stands behind it, and when to stop. As short as it can be. */
export interface Governance {
  readonly approved_by?: string;
  readonly risks?: string;
  readonly personal_data?: "" | "no" | "yes";
  readonly stop_if?: string;
}

/** What must not get worse meanwhile. */
export interface Guardrail {
  readonly id: string;
  readonly name: string;
  readonly limit: number;
  readonly direction?: "at_least" | "at_most";
  readonly unit?: string;
}

/** The learning card: we believed, we observed, so we learned, therefore we will. */
export interface Learning {
  readonly believed?: string;
  readonly observed?: string;
  readonly learned?: string;
  readonly therefore?: string;
}

/** How anybody would notice: a name, and from where to where. */
export interface Measure {
  readonly name: string;
  readonly unit?: string;
  readonly baseline?: number | null;
  readonly target?: number | null;
}

/** One reading on its way in. Without an arm, days before the start are the control. */
export interface NewReading {
  readonly date: string;
  readonly value: number;
  readonly of?: number | null;
  readonly arm?: "control" | "trial" | null;
  readonly guardrail?: string;
}

/** The test card: everything that starting locks. */
export interface Plan {
  readonly belief?: string;
  readonly test?: string;
  readonly measure?: Measure | null;
  readonly criterion?: Criterion | null;
  readonly planned?: number;
  readonly review?: string;
  readonly baseline?: number | null;
  readonly guardrails?: ReadonlyArray<Guardrail>;
}
