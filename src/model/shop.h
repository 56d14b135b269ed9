/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/book-keeper.h"
#include "model/commit-plans.h"
#include "model/daily-backup.h"
#include "model/clock-watch.h"
#include "model/deadline-watch.h"
#include "model/guard.h"
#include "model/connection.h"
#include "model/live-status.h"
#include "model/operations.h"
#include "model/payout-watch.h"
#include "store/order-book.h"

G_BEGIN_DECLS

/**
 * TrancheAccountFields:
 * @TRANCHE_ACCOUNT_SHOP_ID: the company has an id beside that of the showcase
 * @TRANCHE_ACCOUNT_TEST_WORLD: orders can go to a test world of the bank
 * @TRANCHE_ACCOUNT_AUTO_COMMIT: the bank can commit signed orders by itself
 * @TRANCHE_ACCOUNT_AGREEMENT: the account's #TrancheAgreement matters: services,
 *   header names, points of sale; requests are signed with a secret
 *
 * What has to be known of an account, beside name, login, secret and address.
 */
typedef enum {
  TRANCHE_ACCOUNT_SHOP_ID = 1 << 0,
  TRANCHE_ACCOUNT_TEST_WORLD = 1 << 1,
  TRANCHE_ACCOUNT_AUTO_COMMIT = 1 << 2,
  TRANCHE_ACCOUNT_AGREEMENT = 1 << 3,
} TrancheAccountFields;

/**
 * TrancheBankInfo:
 * @id: what tranche_account_get_bank() says
 * @name: the bank's proper name, the same in every language
 * @base_url: where the bank's interface is, as a rule; empty where the bank tells
 *   it to its partners only
 * @currency: ISO 4217
 * @fields: what the form of an account asks for
 *
 * A bank that accounts can be made for, so that the UI never names one.
 */
typedef struct {
  const char *id;
  const char *name;
  const char *base_url;
  const char *currency;
  TrancheAccountFields fields;
} TrancheBankInfo;

#define TRANCHE_TYPE_SHOP (tranche_shop_get_type ())
G_DECLARE_FINAL_TYPE (TrancheShop, tranche_shop, TRANCHE, SHOP, GObject)

/**
 * TrancheShop:
 *
 * Puts the program together: book, keyring, accounts, banks, operations and
 * live status. The only place that names a concrete bank.
 */
/* Opens the book at @path and loads the accounts; the rounds begin soon. @upgrade
 * (nullable) hears how far an older book is brought to the present schema. Fails with
 * %TRANCHE_STORE_ERROR. */
void               tranche_shop_open_async            (const char           *path,
                                                       TrancheBookUpgrade   *upgrade,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
TrancheShop       *tranche_shop_open_finish           (GAsyncResult         *result,
                                                       GError              **error);
/* Opens a shop for trying out and for training: a book of its own in a fresh
 * temporary folder, removed at the close, and the demo banks in this process
 * with their day's orders taken over. Their secrets are public and touch no
 * keyring. */
void               tranche_shop_open_demo_async       (GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
TrancheShop       *tranche_shop_open_demo_finish      (GAsyncResult         *result,
                                                       GError              **error);
/* Begins what the shop does by itself, unless it has begun: live status, planned
 * commits, watches of deadlines, payouts and the clock, the daily backup, and what
 * asks the keyring and then the banks, settling what a former run left open. It
 * reads much of the book, and begins by itself a second after the shop was opened,
 * so that whoever opened it can show the first orders before. */
void               tranche_shop_begin_rounds          (TrancheShop          *self);
/* Opens an archive of the book, to read in it: nothing is asked of a keyring or a
 * bank, and nothing is written. */
void               tranche_shop_open_archive_async    (const char           *path,
                                                       TrancheBookUpgrade   *upgrade,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
TrancheShop       *tranche_shop_open_archive_finish   (GAsyncResult         *result,
                                                       GError              **error);
/* Stops watching, waits for what is under way, closes the book. */
void               tranche_shop_close_async           (TrancheShop          *self,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
gboolean           tranche_shop_close_finish          (TrancheShop          *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

TrancheOrderBook  *tranche_shop_get_book              (TrancheShop          *self);
TrancheOperations *tranche_shop_get_operations        (TrancheShop          *self);
TrancheLiveStatus *tranche_shop_get_live_status       (TrancheShop          *self);
TrancheCommitPlans *
                   tranche_shop_get_commit_plans      (TrancheShop          *self);
TrancheDeadlineWatch *
                   tranche_shop_get_deadline_watch    (TrancheShop          *self);
TrancheClockWatch *
                   tranche_shop_get_clock_watch       (TrancheShop          *self);
/* For whoever tells of overdue payouts, and starts it. */
TranchePayoutWatch *
                   tranche_shop_get_payout_watch      (TrancheShop          *self);
TrancheBookKeeper *tranche_shop_get_book_keeper       (TrancheShop          *self);
TrancheDailyBackup *
                   tranche_shop_get_daily_backup      (TrancheShop          *self);
TrancheGuard      *tranche_shop_get_guard             (TrancheShop          *self);
/* (element-type TrancheConnection) (transfer none): by name. */
GListModel        *tranche_shop_get_connections       (TrancheShop          *self);
/* (nullable) (transfer none) */
TrancheConnection *tranche_shop_find_connection       (TrancheShop          *self,
                                                       const char           *account_id);

/* Saves @account and, where @secret is given, its secret; the secret first, so
 * that no account stands without one. Then (re)builds its bank. Errors are of
 * %TRANCHE_KEYRING_ERROR or %TRANCHE_STORE_ERROR. */
void               tranche_shop_save_account_async    (TrancheShop          *self,
                                                       TrancheAccount       *account,
                                                       const char           *secret,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
gboolean           tranche_shop_save_account_finish   (TrancheShop          *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);
void               tranche_shop_remove_account_async  (TrancheShop          *self,
                                                       const char           *account_id,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
gboolean           tranche_shop_remove_account_finish (TrancheShop          *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);
/* Tries @account with @secret (or, when %NULL, the stored one) without saving. */
void               tranche_shop_test_account_async    (TrancheShop          *self,
                                                       TrancheAccount       *account,
                                                       const char           *secret,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
gboolean           tranche_shop_test_account_finish   (TrancheShop          *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);
/* Fetches the secret again, with a prompt, after the keyring was locked. */
void               tranche_shop_unlock_async          (TrancheShop          *self,
                                                       TrancheConnection    *connection,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
gboolean           tranche_shop_unlock_finish         (TrancheShop          *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

/* Every bank that the program can talk to. (array length=n_banks) (transfer none) */
const TrancheBankInfo
                  *tranche_shop_list_banks            (guint                *n_banks);
/* (nullable): for an id that no bank has. */
const TrancheBankInfo
                  *tranche_shop_find_bank             (const char           *bank_id);
/* A new account with the bank's usual address, currency and products. @bank_id
 * is one of tranche_shop_list_banks(). (transfer full) */
TrancheAccount    *tranche_shop_new_account           (const char           *bank_id);

/* Whether this is an archive. */
gboolean           tranche_shop_get_archive           (TrancheShop          *self);
/* Whether this is the demo shop. */
gboolean           tranche_shop_get_demo              (TrancheShop          *self);

G_END_DECLS
