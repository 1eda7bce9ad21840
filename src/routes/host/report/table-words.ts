import type { TableWords } from '$lib/app/rooms/report-tables';
import { m } from '$lib/paraglide/messages.js';

/** The heads of the tables, in the language of the interface. */
export function tableWords(): TableWords {
  return {
    pupil: m.host_col_pupil(),
    team: m.join_team(),
    points: m.host_scoring(),
    right: m.join_right(),
    of: m.host_col_of(),
    question: m.host_col_question(),
    form: m.host_col_form(),
    answer: m.host_col_answer(),
    share: m.host_col_share(),
    mistake: m.host_col_mistake(),
    count: m.host_col_count(),
    seconds: m.host_col_seconds(),
  };
}
