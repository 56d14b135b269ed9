/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/commit-plans-private.h"

#include "core/bank-error.h"
#include "core/log.h"

/* The end of a cooling-off that is noticed later than this came while nobody was
 * there. */
#define LATE (15 * G_TIME_SPAN_MINUTE)

enum {
  PROP_0,
  PROP_N_MISSED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_COMMITTED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrancheCommitPlans, tranche_commit_plans, G_TYPE_OBJECT)

static void
plan_free (TranchePlan *plan)
{
  g_object_unref (plan->order);
  g_free (plan);
}

TranchePlan *
tranche_commit_plans_find (TrancheCommitPlans *self,
                           TrancheOrder       *order)
{
  gint64 id = tranche_order_get_id (order);

  return g_hash_table_lookup (self->plans, &id);
}

static TranchePlan *
add (TrancheCommitPlans *self,
     TrancheOrder       *order)
{
  gint64 id = tranche_order_get_id (order);
  TranchePlan *plan = g_new0 (TranchePlan, 1);

  plan->order = g_object_ref (order);
  g_hash_table_insert (self->plans, g_memdup2 (&id, sizeof id), plan);

  return plan;
}

static void
forget (TrancheCommitPlans *self,
        TrancheOrder       *order)
{
  gint64 id = tranche_order_get_id (order);

  g_hash_table_remove (self->plans, &id);
}

void
tranche_commit_plans_update_missed (TrancheCommitPlans *self)
{
  guint n_missed = tranche_commit_plans_get_n_missed (self);

  if (self->n_missed == n_missed)
    return;

  self->n_missed = n_missed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MISSED]);
}

/* µs since the cooling-off of @order has ended; negative while it has not. */
static gint64
get_ended (TrancheCommitPlans *self,
           TrancheOrder       *order)
{
  GDateTime *until = tranche_order_get_cooling_until (order);

  if (until == NULL)
    return G_MININT64;

  return tranche_live_clock_get_real (&self->clock) - g_date_time_to_unix_usec (until);
}

/* Committing. */

typedef struct {
  TrancheCommitPlans *self;
  TrancheOrder *order;
  GCancellable *cancellable;
} Commit;

static void
commit_free (Commit *commit)
{
  g_object_unref (commit->self);
  g_object_unref (commit->order);
  g_object_unref (commit->cancellable);
  g_free (commit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Commit, commit_free)

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Commit) commit = user_data;
  TrancheCommitPlans *self = commit->self;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  TranchePlan *plan = NULL;

  order = tranche_operations_commit_finish (TRANCHE_OPERATIONS (source), result, &error);
  if (g_cancellable_is_cancelled (commit->cancellable))
    return;

  plan = tranche_commit_plans_find (self, commit->order);
  if (plan != NULL)
    plan->committing = FALSE;

  if (order != NULL)
    g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, order);
  else if (plan == NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, commit->order, error);
  /* Otherwise nothing was sent: the plan stands, until the bank answers again. */
}

/* An order whose last question failed waits for an answer first, so that what
 * cannot be reached is not asked again and again. */
void
tranche_commit_plans_consider (TrancheCommitPlans *self,
                               TranchePlan        *plan)
{
  Commit *commit = NULL;

  if (plan->missed || plan->committing ||
      tranche_order_get_stage (plan->order) != TRANCHE_STAGE_READY ||
      tranche_order_get_last_error_code (plan->order) != 0 ||
      tranche_operations_is_busy (self->operations, tranche_order_get_id (plan->order)))
    return;

  plan->committing = TRUE;
  commit = g_new0 (Commit, 1);
  commit->self = g_object_ref (self);
  commit->order = g_object_ref (plan->order);
  commit->cancellable = g_object_ref (self->running);
  tranche_operations_commit_async (self->operations, plan->order, self->running, committed_cb,
                                   commit);
}

/* The book. */

/* What the order has become says that there is nothing left to commit. */
static void
tell_end (TrancheCommitPlans *self,
          TrancheOrder       *order)
{
  TrancheStage stage = tranche_order_get_stage (order);
  g_autoptr (GError) error = NULL;

  if (stage != TRANCHE_STAGE_CANCELED && stage != TRANCHE_STAGE_REJECTED)
    return;

  error = tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 0,
                                  "The order is canceled or rejected");
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, order, error);
}

static void
follow (TrancheCommitPlans *self,
        TrancheOrder       *after,
        TrancheOrder       *before)
{
  TranchePlan *plan = tranche_commit_plans_find (self, after);
  gboolean was_cooling = before != NULL &&
                         tranche_order_get_stage (before) == TRANCHE_STAGE_COOLING;

  if (plan == NULL)
    plan = add (self, after);
  g_set_object (&plan->order, after);

  if (tranche_order_get_stage (after) == TRANCHE_STAGE_COOLING && get_ended (self, after) < 0)
    plan->missed = FALSE;
  else if (tranche_order_get_stage (after) == TRANCHE_STAGE_READY && was_cooling)
    plan->missed |= get_ended (self, before) > LATE;

  tranche_commit_plans_consider (self, plan);
}

static void
book_changed_cb (TrancheOrderBook   *book,
                 TrancheOrder       *after,
                 TrancheOrder       *before,
                 TrancheCommitPlans *self)
{
  TranchePlan *plan = NULL;

  if (self->running == NULL)
    return;

  plan = tranche_commit_plans_find (self, after);
  if (tranche_order_get_commit_planned (after)) {
    follow (self, after, before);
  } else if (plan != NULL) {
    gboolean committing = plan->committing;

    forget (self, after);
    if (!committing)
      tell_end (self, after);
  }

  tranche_commit_plans_update_missed (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrancheCommitPlans) self = user_data;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  orders = tranche_order_book_planned_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (orders == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tranche_warning ("model", "Planned commits cannot be loaded: %s", error->message);

  for (guint i = 0; orders != NULL && self->running != NULL && i < orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);

    /* A change that came meanwhile is newer. */
    if (tranche_commit_plans_find (self, order) == NULL)
      add (self, order)->missed = tranche_order_get_stage (order) != TRANCHE_STAGE_COOLING ||
                                  get_ended (self, order) >= 0;
  }

  tranche_commit_plans_update_missed (self);
}

/* The object. */

static void
tranche_commit_plans_dispose (GObject *object)
{
  TrancheCommitPlans *self = TRANCHE_COMMIT_PLANS (object);

  tranche_commit_plans_stop (self);
  g_clear_object (&self->operations);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_commit_plans_parent_class)->dispose (object);
}

static void
tranche_commit_plans_finalize (GObject *object)
{
  TrancheCommitPlans *self = TRANCHE_COMMIT_PLANS (object);

  g_hash_table_unref (self->plans);

  G_OBJECT_CLASS (tranche_commit_plans_parent_class)->finalize (object);
}

static void
tranche_commit_plans_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TrancheCommitPlans *self = TRANCHE_COMMIT_PLANS (object);

  switch (prop_id) {
  case PROP_N_MISSED:
    g_value_set_uint (value, tranche_commit_plans_get_n_missed (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_commit_plans_class_init (TrancheCommitPlansClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_commit_plans_dispose;
  object_class->finalize = tranche_commit_plans_finalize;
  object_class->get_property = tranche_commit_plans_get_property;

  properties[PROP_N_MISSED] =
    g_param_spec_uint ("n-missed", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_COMMITTED] =
    g_signal_new ("committed", TRANCHE_TYPE_COMMIT_PLANS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, TRANCHE_TYPE_ORDER);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", TRANCHE_TYPE_COMMIT_PLANS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, TRANCHE_TYPE_ORDER, G_TYPE_ERROR);
}

static void
tranche_commit_plans_init (TrancheCommitPlans *self)
{
  self->clock = tranche_live_clock_system ();
  self->plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) plan_free);
}

TrancheCommitPlans *
tranche_commit_plans_new (TrancheOrderBook  *book,
                          TrancheOperations *operations)
{
  TrancheCommitPlans *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (operations), NULL);

  self = g_object_new (TRANCHE_TYPE_COMMIT_PLANS, NULL);
  self->book = g_object_ref (book);
  self->operations = g_object_ref (operations);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_DEFAULT);

  return self;
}

void
tranche_commit_plans_set_clock (TrancheCommitPlans     *self,
                                const TrancheLiveClock *clock)
{
  g_return_if_fail (TRANCHE_IS_COMMIT_PLANS (self));

  self->clock = *clock;
}

void
tranche_commit_plans_start (TrancheCommitPlans *self)
{
  g_return_if_fail (TRANCHE_IS_COMMIT_PLANS (self));

  if (self->running != NULL)
    return;

  self->running = g_cancellable_new ();
  tranche_order_book_planned_async (self->book, self->running, loaded_cb, g_object_ref (self));
}

void
tranche_commit_plans_stop (TrancheCommitPlans *self)
{
  g_return_if_fail (TRANCHE_IS_COMMIT_PLANS (self));

  if (self->running == NULL)
    return;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_hash_table_remove_all (self->plans);
}

static void
switched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_plan_commit_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (order != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tranche_commit_plans_switch_async (TrancheCommitPlans  *self,
                                   TrancheOrder        *order,
                                   gboolean             on,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *user = NULL;

  g_return_if_fail (TRANCHE_IS_COMMIT_PLANS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_commit_plans_switch_async);
  user = g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());
  tranche_order_book_plan_commit_async (self->book, tranche_order_get_id (order), on, user,
                                        cancellable, switched_cb, g_steal_pointer (&task));
}

gboolean
tranche_commit_plans_switch_finish (TrancheCommitPlans  *self,
                                    GAsyncResult        *result,
                                    GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
