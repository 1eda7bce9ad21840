/** Moodle's id of a question is cut off by its database: a longer one aborts the import. */
export const LONGEST_IDNUMBER = 100;
