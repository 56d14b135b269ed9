/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheOperationWords:
 * @title: of the dialog
 * @explanation: what will happen
 * @warning: what cannot be undone
 * @confirmation: (nullable): what has to be checked before it can begin
 * @run_label: the button that begins it
 * @run_css_class: the style of that button
 * @progress: while it runs, with what closing the dialog means
 * @done_title: when it has happened
 * @done_text: what follows from it
 * @not_done: when the answer was lost and the bank then said that it did not happen
 *
 * The words of one operation, marked with N_() and translated where shown.
 */
typedef struct {
  const char *title;
  const char *explanation;
  const char *warning;
  const char *confirmation;
  const char *run_label;
  const char *run_css_class;
  const char *progress;
  const char *done_title;
  const char *done_text;
  const char *not_done;
} TrancheOperationWords;

G_END_DECLS
