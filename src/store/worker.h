/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store/sql.h"

G_BEGIN_DECLS

/**
 * TrancheWorker:
 *
 * A thread with a connection of its own that runs jobs in turn, each in a
 * transaction. Jobs that wait together share one, with a savepoint for each:
 * the disk is synced once for all of them, and each is told only after that.
 */
typedef struct _TrancheWorker TrancheWorker;

/**
 * TrancheJobFunc:
 *
 * Runs in the worker's thread inside a transaction, which is undone when it
 * fails. Returns its result, or %NULL with @error set.
 */
typedef gpointer (* TrancheJobFunc) (TrancheSql  *sql,
                                     gpointer     data,
                                     GError     **error);

/* Takes @sql. @writer: jobs may write, and once begun are not cancelled. */
TrancheWorker *tranche_worker_new  (const char     *name,
                                    TrancheSql     *sql,
                                    gboolean        writer);
/* @func gets the task data of @task, which is returned with the result: at leisure
 * where its priority is below the usual one, see #TrancheTeller. */
void           tranche_worker_push (TrancheWorker  *self,
                                    GTask          *task,
                                    TrancheJobFunc  func,
                                    GDestroyNotify  result_free);
/* Lets the worker finish what was pushed, close its connection and end. It is
 * waited for where @wait. Frees @self. */
void           tranche_worker_stop (TrancheWorker  *self,
                                    gboolean        wait);

G_END_DECLS
