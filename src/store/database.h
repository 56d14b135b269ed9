/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/book-upgrade.h"
#include "store/worker.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_DATABASE (tranche_database_get_type ())
G_DECLARE_FINAL_TYPE (TrancheDatabase, tranche_database, TRANCHE, DATABASE, GObject)

/**
 * TrancheLane:
 * @TRANCHE_LANE_WRITE: changes, one after the other
 * @TRANCHE_LANE_QUERY: the list on the screen, which may go through the whole book
 * @TRANCHE_LANE_REVIEW: what reads many orders, and nobody waits for on the screen
 * @TRANCHE_LANE_LOOKUP: what takes a few rows by their keys
 *
 * Each lane has a thread and a connection, so that neither a long query nor a
 * slow disk keeps a row on the screen waiting.
 */
typedef enum {
  TRANCHE_LANE_WRITE,
  TRANCHE_LANE_QUERY,
  TRANCHE_LANE_REVIEW,
  TRANCHE_LANE_LOOKUP,
} TrancheLane;

#define TRANCHE_N_LANES 4

/**
 * TrancheDatabase:
 *
 * An open book: the locked file and the lanes to it. Everything durable is
 * synced to the disk before it is told as done (`synchronous` is FULL
 * throughout: what was told as saved survives a power cut, be it an operation
 * or a status, and changes that come together share one sync).
 */
/* @upgrade: (nullable): hears how far an old book is brought to the present schema */
void             tranche_database_open_async   (const char           *path,
                                                TrancheBookUpgrade   *upgrade,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
TrancheDatabase *tranche_database_open_finish  (GAsyncResult         *result,
                                                GError              **error);
const char      *tranche_database_get_path     (TrancheDatabase      *self);
/* From now on nothing can be written. */
void             tranche_database_freeze       (TrancheDatabase      *self);
/* Runs @func with the data of @task in the thread of @lane and returns @task
 * with what it gives. The source object of @task has to hold the database. */
void             tranche_database_run_task     (TrancheDatabase      *self,
                                                TrancheLane           lane,
                                                GTask                *task,
                                                TrancheJobFunc        func,
                                                GDestroyNotify        result_free);
/* Waits for what was begun; later runs fail. */
void             tranche_database_close_async  (TrancheDatabase      *self,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         tranche_database_close_finish (TrancheDatabase      *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
