/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/lost-answer.h"

G_BEGIN_DECLS

struct _TrancheLostAnswer {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheBank *bank;
  TrancheOrder *order;
  TrancheOperation operation;
  gint64 journal_id;
  GCancellable *asking;
  GArray *delays;           /* (nullable) */
  TrancheOrderDraft *draft; /* (nullable) */
  GPtrArray *returns;       /* (nullable): of the order, for a return */
  GError *cause;            /* (nullable) */
  gboolean accepted;
  char *disowned_by;        /* (nullable) */
  guint n_asked;
  GError *refusal;          /* (nullable): that was written to the book */
};

/* Each of these ends @task, and takes it. */
/* Writes @outcome and @answer (nullable) into the book, with @refusal
 * (nullable), which it takes: why the operation did not happen. */
void    tranche_lost_answer_settle               (GTask             *task,
                                                  TrancheOutcome     outcome,
                                                  TrancheOrder      *answer,
                                                  GError            *refusal);
/* Writes @answer and that somebody says the return was not carried out. */
void    tranche_lost_answer_settle_disowned      (GTask             *task,
                                                  TrancheOrder      *answer);
/* What the bank said of the order is kept, and the operation stays open. */
void    tranche_lost_answer_apply_and_leave_open (GTask             *task,
                                                  TrancheOrder      *answer);

/* Ends @task, and does not take it: the operation stays open. @why: (nullable),
 * which it takes. */
void    tranche_lost_answer_leave_open           (GTask             *task,
                                                  GError            *why);
/* The operation surely did not happen, so that its error is no longer that of
 * an unknown outcome but what lies behind it. (transfer full) */
GError *tranche_lost_answer_dup_cause            (TrancheLostAnswer *self);

G_END_DECLS
