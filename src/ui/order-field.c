/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-field.h"

#include <glib/gi18n.h>

#include "core/deadline.h"
#include "ui/format.h"
#include "ui/order-words.h"
#include "ui/stage-words.h"

static const struct {
  const char *title;
  gboolean sortable;
  TrancheSortKey sort_key;
} fields[TRANCHE_N_ORDER_FIELDS] = {
  [TRANCHE_ORDER_FIELD_STAGE] = { N_("Stage"), TRUE, TRANCHE_SORT_STAGE },
  [TRANCHE_ORDER_FIELD_NUMBER] = { N_("Number"), TRUE, TRANCHE_SORT_NUMBER },
  [TRANCHE_ORDER_FIELD_CUSTOMER] = { N_("Customer"), TRUE, TRANCHE_SORT_CUSTOMER },
  [TRANCHE_ORDER_FIELD_GOODS] = { N_("Goods"), FALSE, 0 },
  [TRANCHE_ORDER_FIELD_AMOUNT] = { N_("Amount"), TRUE, TRANCHE_SORT_AMOUNT },
  [TRANCHE_ORDER_FIELD_ACCOUNT] = { N_("Bank and account"), TRUE, TRANCHE_SORT_ACCOUNT },
  [TRANCHE_ORDER_FIELD_CREATED] = { N_("Created"), TRUE, TRANCHE_SORT_CREATED },
  [TRANCHE_ORDER_FIELD_DEADLINE] = { N_("Deadline"), TRUE, TRANCHE_SORT_DEADLINE },
  [TRANCHE_ORDER_FIELD_CHECKED] = { N_("Checked"), TRUE, TRANCHE_SORT_CHECKED },
};

const char *
tranche_order_field_title (TrancheOrderField field)
{
  g_return_val_if_fail (field < TRANCHE_N_ORDER_FIELDS, "");

  return _(fields[field].title);
}

gboolean
tranche_order_field_sort_key (TrancheOrderField  field,
                              TrancheSortKey    *out)
{
  g_return_val_if_fail (field < TRANCHE_N_ORDER_FIELDS, FALSE);

  if (fields[field].sortable)
    *out = fields[field].sort_key;

  return fields[field].sortable;
}

static char *
short_time (GDateTime *time,
            GDateTime *now)
{
  return time != NULL ? tranche_format_time_short (time, now) : g_strdup ("");
}

static char *
deadline_text (TrancheOrder *order,
               GDateTime    *now)
{
  g_autoptr (GDateTime) deadline = tranche_order_dup_deadline (order);
  g_autofree char *time = NULL;

  if (tranche_order_is_payout_overdue (order, now))
    return g_strdup (_("Payout overdue"));
  if (deadline == NULL)
    return g_strdup ("");
  if (g_date_time_compare (deadline, now) <= 0 &&
      tranche_order_get_stage (order) != TRANCHE_STAGE_COOLING)
    return g_strdup (_("Overdue"));

  /* It is over at a certain minute, and within a day of two weeks. */
  if (tranche_order_get_stage (order) == TRANCHE_STAGE_COOLING) {
    time = tranche_format_time_exact (deadline, now);
    if (tranche_order_get_commit_planned (order))
      /* Translators: the program commits the order by itself when its cooling-off ends; %s is
       * a time such as “16:40” or “tomorrow 16:40”. */
      return g_strdup_printf (_("%s: commit"), time);
    /* Translators: %s is the time when cooling-off ends, such as “16:40” or “tomorrow 16:40”. */
    return g_strdup_printf (_("until %s"), time);
  }

  time = tranche_format_time_short (deadline, now);
  /* Translators: %s is the time before which the shop has to act, such as “16:40” or “3 Dec”. */
  return g_strdup_printf (_("by %s"), time);
}

static char *
checked_text (TrancheOrder *order,
              GDateTime    *now)
{
  if (tranche_order_get_last_error (order) != NULL)
    return g_strdup (_("Failed"));

  return short_time (tranche_order_get_checked_at (order), now);
}

static const char *
stage_text (TrancheOrder     *order,
            TrancheOperation  operation)
{
  return operation != TRANCHE_OPERATION_NONE
           ? tranche_operation_progress (operation)
           : tranche_stage_label (tranche_order_get_stage (order));
}

/* That it is committed is known to whoever waits for its payout. */
static char *
standing_text (TrancheOrder     *order,
               TrancheOperation  operation,
               GDateTime        *now)
{
  const char *stage = stage_text (order, operation);
  g_autofree char *deadline = deadline_text (order, now);

  if (operation != TRANCHE_OPERATION_NONE || *deadline == '\0')
    return g_strdup (stage);
  if (tranche_order_is_payout_overdue (order, now))
    return g_steal_pointer (&deadline);

  /* Of what is cooling off the time is asked for, and may not be cut off. */
  if (tranche_order_get_stage (order) == TRANCHE_STAGE_COOLING)
    return g_strdup_printf ("%s · %s", deadline, stage);

  return g_strdup_printf ("%s · %s", stage, deadline);
}

char *
tranche_order_field_text (TrancheOrderField  field,
                          TrancheOrder      *order,
                          TrancheOperation   operation,
                          const char        *account_label,
                          GDateTime         *now)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER (order), NULL);

  switch (field) {
  case TRANCHE_ORDER_FIELD_STAGE:
    return g_strdup (stage_text (order, operation));
  case TRANCHE_ORDER_FIELD_NUMBER:
    return g_strdup (tranche_order_get_number (order));
  case TRANCHE_ORDER_FIELD_CUSTOMER:
    return tranche_customer_get_full_name (tranche_order_get_customer (order));
  case TRANCHE_ORDER_FIELD_GOODS:
    return tranche_order_get_goods_summary (order);
  case TRANCHE_ORDER_FIELD_AMOUNT:
    return tranche_format_money_short (tranche_order_get_amount (order));
  case TRANCHE_ORDER_FIELD_ACCOUNT:
    return g_strdup (account_label != NULL ? account_label : _("Removed account"));
  case TRANCHE_ORDER_FIELD_CREATED:
    return short_time (tranche_order_get_created_at (order), now);
  case TRANCHE_ORDER_FIELD_DEADLINE:
    return deadline_text (order, now);
  case TRANCHE_ORDER_FIELD_CHECKED:
    return checked_text (order, now);
  case TRANCHE_ORDER_FIELD_STANDING:
    return standing_text (order, operation, now);
  default:
    g_return_val_if_reached (NULL);
  }
}

const char *
tranche_order_field_icon_name (TrancheOrderField  field,
                               TrancheOrder      *order,
                               TrancheOperation   operation)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER (order), NULL);

  if (field == TRANCHE_ORDER_FIELD_STAGE || field == TRANCHE_ORDER_FIELD_STANDING)
    return tranche_stage_icon_name (operation != TRANCHE_OPERATION_NONE
                                      ? TRANCHE_STAGE_SENDING
                                      : tranche_order_get_stage (order));
  if (field == TRANCHE_ORDER_FIELD_DEADLINE && tranche_order_get_commit_planned (order))
    return "alarm-symbolic";

  return NULL;
}

/* What nobody was ever farther from is no warning, as a link for an hour. */
static TrancheDeadlineLevel
get_level (TrancheOrder *order,
           GDateTime    *deadline,
           GDateTime    *now)
{
  GDateTime *created = tranche_order_get_created_at (order);

  if (tranche_order_get_stage (order) == TRANCHE_STAGE_READY)
    return tranche_deadline_get_level (g_date_time_to_unix_usec (deadline),
                                       g_date_time_to_unix_usec (now));
  if (tranche_order_get_stage (order) == TRANCHE_STAGE_COOLING || created == NULL)
    return TRANCHE_DEADLINE_FAR;

  return tranche_deadline_get_warning (g_date_time_to_unix_usec (deadline),
                                       g_date_time_to_unix_usec (created),
                                       g_date_time_to_unix_usec (now));
}

/* What comes near stands out, at the points at which somebody is notified. */
static const char *
deadline_css_class (TrancheOrder *order,
                    GDateTime    *now)
{
  g_autoptr (GDateTime) deadline = tranche_order_dup_deadline (order);

  if (tranche_order_is_payout_overdue (order, now))
    return "warning";
  if (deadline == NULL)
    return NULL;

  switch (get_level (order, deadline, now)) {
  case TRANCHE_DEADLINE_DAYS:
    return "accent";
  case TRANCHE_DEADLINE_DAY:
    return "warning";
  case TRANCHE_DEADLINE_HOURS:
  case TRANCHE_DEADLINE_PASSED:
    return "error";
  case TRANCHE_DEADLINE_FAR:
  default:
    return NULL;
  }
}

static const char *
stage_css_class (TrancheOrder     *order,
                 TrancheOperation  operation)
{
  return operation != TRANCHE_OPERATION_NONE
           ? "warning"
           : tranche_stage_css_class (tranche_order_get_stage (order));
}

static const char *
standing_css_class (TrancheOrder     *order,
                    TrancheOperation  operation,
                    GDateTime        *now)
{
  const char *deadline = deadline_css_class (order, now);

  return operation == TRANCHE_OPERATION_NONE && deadline != NULL
           ? deadline
           : stage_css_class (order, operation);
}

const char *
tranche_order_field_css_class (TrancheOrderField  field,
                               TrancheOrder      *order,
                               TrancheOperation   operation,
                               GDateTime         *now)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER (order), NULL);

  switch (field) {
  case TRANCHE_ORDER_FIELD_STAGE:
    return stage_css_class (order, operation);
  case TRANCHE_ORDER_FIELD_DEADLINE:
    return deadline_css_class (order, now);
  case TRANCHE_ORDER_FIELD_STANDING:
    return standing_css_class (order, operation, now);
  case TRANCHE_ORDER_FIELD_CHECKED:
    return tranche_order_get_last_error (order) != NULL ? "warning" : "dimmed";
  case TRANCHE_ORDER_FIELD_NUMBER:
  case TRANCHE_ORDER_FIELD_CUSTOMER:
  case TRANCHE_ORDER_FIELD_GOODS:
  case TRANCHE_ORDER_FIELD_AMOUNT:
  case TRANCHE_ORDER_FIELD_ACCOUNT:
  case TRANCHE_ORDER_FIELD_CREATED:
  default:
    return NULL;
  }
}
