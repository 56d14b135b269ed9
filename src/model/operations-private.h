/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/busy-table.h"
#include "model/call-gate.h"
#include "model/operations.h"

G_BEGIN_DECLS

struct _TrancheOperations {
  GObject parent_instance;

  TrancheOrderBook *book;
  GListModel *connections;
  TrancheBusyTable *busy;
  GArray *delays;
  TrancheCallGate *gate;
};

/* For tests: milliseconds to wait before asking again what became of an
 * operation that does not show yet. (element-type guint) */
void tranche_operations_set_delays   (TrancheOperations        *self,
                                      GArray                   *delays);

/* Runs the operation that moves money of @task, whose data is a call, and ends
 * it with what came of it. Takes @task. The busy table must have been claimed
 * for the order. */
void tranche_operations_run          (GTask                    *task);
/* The same for an order that is at the bank, with everything before it. @goods:
 * (nullable): what a return returns. */
void tranche_operations_change_async (TrancheOperations        *self,
                                      TrancheOrder             *order,
                                      TrancheOperation          operation,
                                      const TrancheGoodsReturn *goods,
                                      gpointer                  source_tag,
                                      GCancellable             *cancellable,
                                      GAsyncReadyCallback       callback,
                                      gpointer                  user_data);

/* Whether the order has a return that is not settled; ends @task where not. */
gboolean tranche_operations_may_settle_return
                                     (TrancheOperations        *self,
                                      GTask                    *task,
                                      gint64                    order_id);

/* Ends @task with the order's other operation as the error. */
void tranche_operations_return_busy  (GTask                    *task);
/* Ends @task with @order or, without one, with @error, which it takes. */
void tranche_operations_return_order (GTask                    *task,
                                      TrancheOrder             *order,
                                      GError                   *error);

G_END_DECLS
