/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fake-bank.h"
#include "model/connection.h"
#include "model/operations.h"
#include "store/order-book.h"

G_BEGIN_DECLS

/**
 * Fixture:
 *
 * A real book in a folder of its own, with one account at a fake bank.
 */
typedef struct {
  char *folder;
  char *path;
  TrancheOrderBook *book;
  TrancheAccount *account;
  FakeBank *bank;
  TrancheConnection *connection;
  GListStore *connections;
  TrancheOperations *operations;
} Fixture;

/* For g_test_add(). */
void          fixture_set_up         (Fixture             *fixture,
                                      gconstpointer        data);
void          fixture_tear_down      (Fixture             *fixture,
                                      gconstpointer        data);
/* Closes book and operations, as the end of the program does. */
void          fixture_close          (Fixture             *fixture);
/* Opens them again, as the next start does; the bank stays as it is. */
void          fixture_open           (Fixture             *fixture);

/* A valid draft of one item. */
TrancheOrderDraft *fixture_new_draft (const char          *number);
/* Adds an order to the book and, where the bank would know it, to the bank. */
TrancheOrder *fixture_add_order      (Fixture             *fixture,
                                      const char          *number,
                                      TrancheStage         stage);
TrancheOrder *fixture_load           (Fixture             *fixture,
                                      gint64               id);
/* The bank has said that an order is at @stage now. */
void          fixture_apply_stage    (Fixture             *fixture,
                                      gint64               id,
                                      TrancheStage         stage);
/* What is open in the journal. (element-type TrancheOpenOperation) */
GArray       *fixture_list_open      (Fixture             *fixture);

/* For any asynchronous call: pass &result as its data, and wait for it. */
void          store_result_cb        (GObject             *source,
                                      GAsyncResult        *result,
                                      gpointer             user_data);
void          wait_for_result        (GAsyncResult       **result);
/* Runs the main loop until @condition holds, which must be within 10 seconds. */
#define WAIT_UNTIL(condition) \
  G_STMT_START { \
    gint64 wait_end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    while (!(condition)) { \
      g_assert_cmpint (g_get_monotonic_time (), <, wait_end); \
      wait_once (); \
    } \
  } G_STMT_END
/* Waits for the next event of the main loop, a few milliseconds at most. */
void          wait_once              (void);
/* Runs the main loop until nothing is ready in it. */
void          settle_main_loop       (void);

G_END_DECLS
