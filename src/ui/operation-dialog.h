/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"
#include "ui/operation-words.h"
#include "ui/order-actions.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_OPERATION_DIALOG (tranche_operation_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrancheOperationDialog, tranche_operation_dialog, TRANCHE, OPERATION_DIALOG, AdwDialog)

/**
 * TrancheOperationDialogClass:
 * @words: what it says
 * @action: the rule by which it may begin
 * @operation: what it does, for the words of its failures
 * @done_stage: the stage by which the order shows that it has happened
 * @start: begins the operation, which goes on when the dialog is closed
 * @finish: (transfer full) (nullable): the order as it is afterwards
 *
 * A dialog that says what will happen to an order, asks, does it once, and
 * shows how it ended. A failure is told within, and the dialog stays. It
 * follows the order in the book meanwhile, so that it never offers what is no
 * longer possible, and learns how an operation ended whose answer was lost.
 * Properties `shop` (TrancheShop) and `order` (TrancheOrder) are construct-only.
 */
struct _TrancheOperationDialogClass {
  AdwDialogClass parent_class;

  const TrancheOperationWords *words;
  TrancheOrderAction action;
  TrancheOperation operation;
  TrancheStage done_stage;

  void           (* start)  (TrancheOperations    *operations,
                             TrancheOrder         *order,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
  TrancheOrder * (* finish) (TrancheOperations    *operations,
                             GAsyncResult         *result,
                             GError              **error);
};

G_END_DECLS
