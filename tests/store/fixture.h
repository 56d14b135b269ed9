/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/order-book.h"

/**
 * Fixture:
 *
 * A folder of its own with a book in it, and the asynchronous methods as calls
 * that wait. Functions without an error argument must succeed.
 */
typedef struct {
  char *folder;
  char *path;
  TrancheOrderBook *book; /* NULL while it is closed */
} Fixture;

#define FIXTURE_ACCOUNT "3b241101-e2bb-4255-8caf-4136c566a962"

void              fixture_set_up       (Fixture            *self,
                                        gconstpointer       unused);
void              fixture_tear_down    (Fixture            *self,
                                        gconstpointer       unused);
void              fixture_open         (Fixture            *self);
void              fixture_close        (Fixture            *self);

/* For an asynchronous call: @user_data is a GAsyncResult **. */
void              ready_cb             (GObject            *object,
                                        GAsyncResult       *result,
                                        gpointer            user_data);
/* Iterates the main context until the result has come. */
void              await                (GAsyncResult      **result);

TrancheOrderBook *open_book            (const char         *path,
                                        GError            **error);

/* A draft of FIXTURE_ACCOUNT. */
TrancheOrder     *make_order           (const char         *number);
/* What a bank would answer. */
TrancheOrder     *make_answer          (TrancheStage        stage,
                                        const char         *raw_state);

TrancheOrder     *add_order            (Fixture            *self,
                                        TrancheOrder       *order,
                                        GError            **error);
/* A stored order in a stage. */
gint64            add_in_stage         (Fixture            *self,
                                        const char         *number,
                                        TrancheStage        stage);
/* NULL where there is none. */
TrancheOrder     *load_order           (Fixture            *self,
                                        gint64              id);
TrancheOrder     *apply_answer         (Fixture            *self,
                                        gint64              id,
                                        TrancheOrder       *answer,
                                        GError            **error);
TrancheOrder     *fail_order           (Fixture            *self,
                                        gint64              id,
                                        int                 error_code);
gint64            begin_operation      (Fixture            *self,
                                        gint64              order_id,
                                        TrancheOperation    operation,
                                        GError            **error);
gint64            begin_return         (Fixture            *self,
                                        gint64              order_id,
                                        const TrancheGoodsReturn *goods,
                                        GError            **error);
TrancheOrder     *settle_operation     (Fixture            *self,
                                        gint64              operation_id,
                                        TrancheOutcome      outcome,
                                        TrancheOrder       *answer,
                                        int                 error_code,
                                        GError            **error);
GArray           *load_open_operations (Fixture            *self);
/* (element-type TrancheReturnEntry) */
GPtrArray        *load_returns         (Fixture            *self,
                                        gint64              order_id);
GPtrArray        *load_history         (Fixture            *self,
                                        gint64              order_id);
TrancheOrderListing *
                  list_orders          (Fixture            *self,
                                        TrancheOrderQuery  *query,
                                        GDateTime          *now,
                                        guint               limit);
/* The same for all of them, without their days. */
GArray           *query_ids            (Fixture            *self,
                                        TrancheOrderQuery  *query,
                                        GDateTime          *now);
GArray           *count_views          (Fixture            *self,
                                        GDateTime          *now);
