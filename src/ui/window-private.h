/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/failure-page.h"
#include "ui/notifier.h"
#include "ui/opening-page.h"
#include "ui/window.h"
#include "ui/workplace.h"

G_BEGIN_DECLS

struct _TrancheWindow {
  AdwApplicationWindow parent_instance;

  GtkStack *stack;
  AdwBin *workplace_bin;
  TrancheOpeningPage *opening_page;
  TrancheFailurePage *failure_page;

  char *book_path; /* NULL for the demo banks */
  gboolean archive;
  GSettings *settings;
  GCancellable *cancellable;
  TrancheShop *shop;
  TrancheViewCounts *counts;
  TrancheNotifier *notifier;
  TrancheWorkplace *workplace; /* unowned: in its bin */
  gboolean opening;
  gboolean leaving; /* the shop is on its way out */
  gboolean closing; /* and the window is, too */
  gboolean closed;
  gboolean finishing; /* closing is meant for good */
  GListModel *dialogs;
  AdwDialog *asked; /* (nullable): the program ends when it closes */
  char *pending_action; /* (nullable): what was called for from outside, and waits */
  GVariant *pending_parameter;
  gboolean pin_asked; /* for it */
  guint call_id;

  char *source;      /* (nullable): the book that takes the place of this one */
  char *news;        /* (nullable): what to tell when the shop is open again */
  gboolean imported; /* it came from another computer, without passwords */
};

/* Opens the shop of the window, and shows it or why not. */
void tranche_window_open_shop     (TrancheWindow  *self);
/* Takes everything off the shop that is to be closed. */
void tranche_window_leave_shop    (TrancheWindow  *self);
/* Goes on when the shop is closed: the book can be replaced now. */
void tranche_window_replace_book  (TrancheWindow  *self);
/* Tells what is to be told when the shop is open again. */
void tranche_window_tell_news     (TrancheWindow  *self);
void tranche_window_install_books (GtkWidgetClass *widget_class);
/* What can be done with the book now. */
void tranche_window_update_books  (TrancheWindow  *self);
/* Sees to the keys of the dialogs over the window. */
void tranche_window_watch_dialogs (TrancheWindow  *self);
/* Another dialog is on top now, or none. */
void tranche_window_dialog_changed
                                  (TrancheWindow  *self);
/* Whether a dialog holds what somebody typed. It asks what to do with that, and the
 * window finishes when it may go. */
gboolean tranche_window_asks_first
                                  (TrancheWindow  *self);
/* Runs soon what was called for, if nothing is in its way any more. */
void tranche_window_go_on         (TrancheWindow  *self);
void tranche_window_forget_call   (TrancheWindow  *self);

G_END_DECLS
