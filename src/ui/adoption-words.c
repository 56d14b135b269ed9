/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/adoption-words.h"

#include <glib/gi18n.h>

#include "core/bank-error.h"
#include "ui/error-words.h"
#include "ui/format.h"
#include "ui/stage-words.h"

static char *
order_text (TrancheAdoption *adoption,
            gboolean         known)
{
  TrancheOrder *order = tranche_adoption_get_order (adoption);
  const char *stage = tranche_stage_label (tranche_order_get_stage (order));
  g_autofree char *amount = tranche_format_money (tranche_order_get_amount (order));

  /* Translators: the stage of an order, and its sum */
  return known ? g_strdup_printf (_("Already here: %1$s, %2$s"), stage, amount)
               : g_strdup_printf (_("Added: %1$s, %2$s"), stage, amount);
}

static gboolean
lacks_sum (const GError *error)
{
  GPtrArray *problems = tranche_bank_error_get_problems (error);

  return g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION) &&
         problems != NULL && problems->len == 1 &&
         ((TrancheFieldProblem *) problems->pdata[0])->field == TRANCHE_FIELD_SUM;
}

static char *
failure_text (const GError *error)
{
  g_autoptr (TrancheErrorWords) words = NULL;

  if (lacks_sum (error))
    return g_strdup (_("The bank does not tell the sum: put it in a second column"));

  words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);

  return g_steal_pointer (&words->title);
}

char *
tranche_adoption_text (TrancheAdoption *adoption)
{
  switch (tranche_adoption_get_state (adoption)) {
  case TRANCHE_ADOPTION_ASKING:
    return g_strdup (_("The bank is asked…"));
  case TRANCHE_ADOPTION_ADDED:
    return order_text (adoption, FALSE);
  case TRANCHE_ADOPTION_KNOWN:
    return order_text (adoption, TRUE);
  case TRANCHE_ADOPTION_NOT_FOUND:
    return g_strdup (_("The bank does not know it"));
  case TRANCHE_ADOPTION_FAILED:
    return failure_text (tranche_adoption_get_error (adoption));
  case TRANCHE_ADOPTION_STOPPED:
    return g_strdup (_("Stopped"));
  case TRANCHE_ADOPTION_WAITING:
  default:
    return g_strdup (_("Waiting"));
  }
}

const char *
tranche_adoption_icon_name (TrancheAdoptionState state)
{
  switch (state) {
  case TRANCHE_ADOPTION_ADDED:
    return "list-add-symbolic";
  case TRANCHE_ADOPTION_KNOWN:
    return "object-select-symbolic";
  case TRANCHE_ADOPTION_NOT_FOUND:
    return "tranche-handover-no-symbolic";
  case TRANCHE_ADOPTION_FAILED:
    return "dialog-warning-symbolic";
  case TRANCHE_ADOPTION_WAITING:
  case TRANCHE_ADOPTION_ASKING:
  case TRANCHE_ADOPTION_STOPPED:
  default:
    return "tranche-handover-wait-symbolic";
  }
}

const char *
tranche_adoption_css_class (TrancheAdoptionState state)
{
  switch (state) {
  case TRANCHE_ADOPTION_ADDED:
    return "success";
  case TRANCHE_ADOPTION_NOT_FOUND:
  case TRANCHE_ADOPTION_FAILED:
    return "error";
  case TRANCHE_ADOPTION_WAITING:
  case TRANCHE_ADOPTION_STOPPED:
    return "dimmed";
  case TRANCHE_ADOPTION_ASKING:
  case TRANCHE_ADOPTION_KNOWN:
  default:
    return NULL;
  }
}

char *
tranche_adoption_progress (TrancheAdoptionList *list)
{
  /* Translators: how many of how many orders */
  return g_strdup_printf (_("%1$u of %2$u"), tranche_adoption_list_get_n_done (list),
                          g_list_model_get_n_items (G_LIST_MODEL (list)));
}

static void
add_count (GString             *text,
           TrancheAdoptionList *list,
           TrancheAdoptionState state,
           const char          *label)
{
  guint n = tranche_adoption_list_count (list, state);

  if (n == 0)
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append_printf (text, "%s: %u", label, n);
}

char *
tranche_adoption_summary (TrancheAdoptionList *list)
{
  GString *text = g_string_new (NULL);

  add_count (text, list, TRANCHE_ADOPTION_ADDED, C_("adopted orders", "Added"));
  add_count (text, list, TRANCHE_ADOPTION_KNOWN, C_("adopted orders", "Already here"));
  add_count (text, list, TRANCHE_ADOPTION_NOT_FOUND, C_("adopted orders", "Not found"));
  add_count (text, list, TRANCHE_ADOPTION_FAILED, C_("adopted orders", "Failed"));
  add_count (text, list, TRANCHE_ADOPTION_STOPPED, C_("adopted orders", "Stopped"));

  return g_string_free_and_steal (text);
}
