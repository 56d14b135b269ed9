/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/commit-plans-private.h"

#include "core/log.h"

guint
tranche_commit_plans_get_n_missed (TrancheCommitPlans *self)
{
  GHashTableIter iter;
  gpointer value = NULL;
  guint n_missed = 0;

  g_return_val_if_fail (TRANCHE_IS_COMMIT_PLANS (self), 0);

  g_hash_table_iter_init (&iter, self->plans);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n_missed += ((TranchePlan *) value)->missed;

  return n_missed;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (tranche_order_get_number (*(TrancheOrder **) a),
                    tranche_order_get_number (*(TrancheOrder **) b));
}

GPtrArray *
tranche_commit_plans_list_missed (TrancheCommitPlans *self)
{
  GPtrArray *missed = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value = NULL;

  g_return_val_if_fail (TRANCHE_IS_COMMIT_PLANS (self), missed);

  g_hash_table_iter_init (&iter, self->plans);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    TranchePlan *plan = value;

    if (plan->missed)
      g_ptr_array_add (missed, g_object_ref (plan->order));
  }
  g_ptr_array_sort (missed, compare_numbers);

  return missed;
}

void
tranche_commit_plans_commit_missed (TrancheCommitPlans *self)
{
  g_autoptr (GPtrArray) missed = tranche_commit_plans_list_missed (self);

  for (guint i = 0; i < missed->len; i++) {
    TranchePlan *plan = tranche_commit_plans_find (self, g_ptr_array_index (missed, i));

    plan->missed = FALSE;
    tranche_commit_plans_consider (self, plan);
  }

  tranche_commit_plans_update_missed (self);
}

static void
dropped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!tranche_commit_plans_switch_finish (TRANCHE_COMMIT_PLANS (source), result, &error))
    tranche_warning ("model", "A planned commit could not be switched off: %s", error->message);
}

void
tranche_commit_plans_drop_missed (TrancheCommitPlans *self)
{
  g_autoptr (GPtrArray) missed = tranche_commit_plans_list_missed (self);

  for (guint i = 0; i < missed->len; i++)
    tranche_commit_plans_switch_async (self, g_ptr_array_index (missed, i), FALSE, NULL,
                                       dropped_cb, NULL);
}
