/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/cancel-dialog.h"

#include <glib/gi18n.h>

struct _TrancheCancelDialog {
  TrancheOperationDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (TrancheCancelDialog, tranche_cancel_dialog, TRANCHE_TYPE_OPERATION_DIALOG)

static const TrancheOperationWords words = {
  .title = N_("Cancel Order"),
  .explanation = N_("The bank is told that this sale does not take place. "
                    "If the customer has signed, the contract becomes void. "
                    "Do not hand over the goods."),
  .warning = N_("This cannot be undone: for a sale after all, a new order has to be made "
                "and the customer has to apply again."),
  .run_label = N_("Cancel Order"),
  .run_css_class = "destructive-action",
  .progress = N_("Canceling… You can close this window: the cancellation goes on, "
                 "and the order shows how it ended."),
  .done_title = N_("Canceled"),
  .done_text = N_("The bank has confirmed it. No money moves."),
  .not_done = N_("The bank says that the order is not canceled. You can try again."),
};

static void
tranche_cancel_dialog_class_init (TrancheCancelDialogClass *klass)
{
  TrancheOperationDialogClass *dialog_class = TRANCHE_OPERATION_DIALOG_CLASS (klass);

  dialog_class->words = &words;
  dialog_class->action = TRANCHE_ORDER_ACTION_CANCEL;
  dialog_class->operation = TRANCHE_OPERATION_CANCEL;
  dialog_class->done_stage = TRANCHE_STAGE_CANCELED;
  dialog_class->start = tranche_operations_cancel_async;
  dialog_class->finish = tranche_operations_cancel_finish;
}

static void
tranche_cancel_dialog_init (TrancheCancelDialog *self)
{
}

AdwDialog *
tranche_cancel_dialog_new (TrancheShop  *shop,
                          TrancheOrder *order)
{
  return g_object_new (TRANCHE_TYPE_CANCEL_DIALOG,
                       "shop", shop,
                       "order", order,
                       NULL);
}
