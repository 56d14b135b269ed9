/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/stage.h"

G_DEFINE_ENUM_TYPE (TrancheStage, tranche_stage,
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_SENDING, "sending"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_APPROVED, "approved"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_COOLING, "cooling"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_COMMITTED, "committed"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_RETURNED, "returned"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_CANCELED, "canceled"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_REJECTED, "rejected"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_STAGE_UNKNOWN, "unknown"))

G_DEFINE_ENUM_TYPE (TrancheReason, tranche_reason,
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_CUSTOMER, "customer"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_STORE, "store"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_ALL_BANKS, "all-banks"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_CUSTOMER_NOT_FOUND, "customer-not-found"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_LIMIT, "limit"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_OTHER_ORDER, "other-order"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_FIRST_PAYMENT, "first-payment"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_NOT_ACCEPTABLE, "not-acceptable"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_RISK, "risk"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_FRAUD, "fraud"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_APP_VERSION, "app-version"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_ACCOUNT_CLOSED, "account-closed"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_REASON_FAILURE, "failure"))

#define BIT(stage) (1u << TRANCHE_STAGE_##stage)
#define ENDS       (BIT (CLOSED) | BIT (RETURNED) | BIT (CANCELED) | BIT (REJECTED))
#define SIGNED     (BIT (COOLING) | BIT (READY) | BIT (COMMITTED))
#define UNSIGNED   (BIT (WAITING) | BIT (APPROVED))

/* Beside each stage, those that a bank's answer may turn it into.
 *
 * - A bank never says draft or sending: those two are ours alone.
 * - Before the signature a bank may take an approval back to waiting. After it
 *   the order is never unsigned again: such an answer is late.
 * - Ready may turn to cooling: the cooling-off can be told a moment after the
 *   signature, and this is the careful direction.
 * - A bank may cancel, close or return a committed order, and then it is so. It
 *   cannot refuse it any more, and a word that is not known does not undo it.
 * - An end stays. */
static const guint followers[TRANCHE_N_STAGES] = {
  [TRANCHE_STAGE_DRAFT] = UNSIGNED | SIGNED | ENDS | BIT (UNKNOWN),
  [TRANCHE_STAGE_SENDING] = UNSIGNED | SIGNED | ENDS | BIT (UNKNOWN),
  [TRANCHE_STAGE_WAITING] = UNSIGNED | SIGNED | ENDS | BIT (UNKNOWN),
  [TRANCHE_STAGE_APPROVED] = UNSIGNED | SIGNED | ENDS | BIT (UNKNOWN),
  [TRANCHE_STAGE_COOLING] = SIGNED | ENDS | BIT (UNKNOWN),
  [TRANCHE_STAGE_READY] = SIGNED | ENDS | BIT (UNKNOWN),
  [TRANCHE_STAGE_COMMITTED] = BIT (CLOSED) | BIT (RETURNED) | BIT (CANCELED),
  [TRANCHE_STAGE_UNKNOWN] = UNSIGNED | SIGNED | ENDS,
};

static gboolean
is_stage (int stage)
{
  return stage >= 0 && stage < TRANCHE_N_STAGES;
}

const char *
tranche_stage_to_nick (TrancheStage stage)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (TRANCHE_TYPE_STAGE);
  GEnumValue *value = g_enum_get_value (values, stage);

  g_return_val_if_fail (value != NULL, NULL);

  return value->value_nick;
}

gboolean
tranche_stage_is_final (TrancheStage stage)
{
  g_return_val_if_fail (is_stage (stage), FALSE);

  return (ENDS & (1u << stage)) != 0;
}

gboolean
tranche_stage_is_open (TrancheStage stage)
{
  g_return_val_if_fail (is_stage (stage), FALSE);

  return ((UNSIGNED | BIT (COOLING) | BIT (READY) | BIT (UNKNOWN)) & (1u << stage)) != 0;
}

gboolean
tranche_stage_can_commit (TrancheStage stage)
{
  return stage == TRANCHE_STAGE_READY;
}

gboolean
tranche_stage_can_cancel (TrancheStage stage)
{
  g_return_val_if_fail (is_stage (stage), FALSE);

  return ((UNSIGNED | BIT (COOLING) | BIT (READY)) & (1u << stage)) != 0;
}

gboolean
tranche_stage_may_become (TrancheStage from,
                          TrancheStage to)
{
  g_return_val_if_fail (is_stage (from), FALSE);
  g_return_val_if_fail (is_stage (to), FALSE);

  return from == to || (followers[from] & (1u << to)) != 0;
}
