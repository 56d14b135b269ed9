/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/commit-dialog.h"

#include <glib/gi18n.h>

struct _TrancheCommitDialog {
  TrancheOperationDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (TrancheCommitDialog, tranche_commit_dialog, TRANCHE_TYPE_OPERATION_DIALOG)

static const TrancheOperationWords words = {
  .title = N_("Commit Order"),
  .explanation = N_("The bank is told that the customer has the goods. "
                    "It then pays the shop and the customer’s loan begins."),
  .warning = N_("This cannot be undone: afterwards only a return of the goods is possible."),
  .confirmation = N_("The goods are handed over"),
  .run_label = N_("Commit"),
  .run_css_class = "suggested-action",
  .progress = N_("Committing… You can close this window: the commit goes on, "
                 "and the order shows how it ended."),
  .done_title = N_("Committed"),
  .done_text = N_("The bank has confirmed it and pays the shop."),
  .not_done = N_("The bank says that the order is not committed. You can try again."),
};

static void
tranche_commit_dialog_class_init (TrancheCommitDialogClass *klass)
{
  TrancheOperationDialogClass *dialog_class = TRANCHE_OPERATION_DIALOG_CLASS (klass);

  dialog_class->words = &words;
  dialog_class->action = TRANCHE_ORDER_ACTION_COMMIT;
  dialog_class->operation = TRANCHE_OPERATION_COMMIT;
  dialog_class->done_stage = TRANCHE_STAGE_COMMITTED;
  dialog_class->start = tranche_operations_commit_async;
  dialog_class->finish = tranche_operations_commit_finish;
}

static void
tranche_commit_dialog_init (TrancheCommitDialog *self)
{
}

AdwDialog *
tranche_commit_dialog_new (TrancheShop  *shop,
                          TrancheOrder *order)
{
  return g_object_new (TRANCHE_TYPE_COMMIT_DIALOG,
                       "shop", shop,
                       "order", order,
                       NULL);
}
