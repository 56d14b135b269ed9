/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-shop.h"

struct _TrancheShop {
  GObject parent_instance;

  Fixture *fixture;
};

G_DEFINE_FINAL_TYPE (TrancheShop, tranche_shop, G_TYPE_OBJECT)

static void
tranche_shop_class_init (TrancheShopClass *klass)
{
}

static void
tranche_shop_init (TrancheShop *self)
{
}

TrancheShop *
fake_shop_new (Fixture *fixture)
{
  TrancheShop *self = g_object_new (TRANCHE_TYPE_SHOP, NULL);

  self->fixture = fixture;

  return self;
}

TrancheOrderBook *
tranche_shop_get_book (TrancheShop *self)
{
  return self->fixture->book;
}

TrancheOperations *
tranche_shop_get_operations (TrancheShop *self)
{
  return self->fixture->operations;
}

TrancheCommitPlans *
tranche_shop_get_commit_plans (TrancheShop *self)
{
  return NULL;
}

TrancheLiveStatus *
tranche_shop_get_live_status (TrancheShop *self)
{
  return NULL;
}

GListModel *
tranche_shop_get_connections (TrancheShop *self)
{
  return G_LIST_MODEL (self->fixture->connections);
}

TrancheConnection *
tranche_shop_find_connection (TrancheShop *self,
                              const char  *account_id)
{
  if (g_strcmp0 (account_id, tranche_account_get_id (self->fixture->account)) != 0)
    return NULL;

  return self->fixture->connection;
}

const TrancheBankInfo *
tranche_shop_find_bank (const char *bank_id)
{
  return NULL;
}
