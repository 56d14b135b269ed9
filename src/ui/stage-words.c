/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/stage-words.h"

#include <glib/gi18n.h>

static const struct {
  const char *label;
  const char *icon_name;
  const char *css_class;
} stage_words[TRANCHE_N_STAGES] = {
  [TRANCHE_STAGE_DRAFT] = { N_("Draft"), "tranche-stage-draft-symbolic", "dimmed" },
  [TRANCHE_STAGE_SENDING] = { N_("Sending"), "tranche-stage-sending-symbolic", "warning" },
  [TRANCHE_STAGE_WAITING] = { N_("Waiting for customer"), "tranche-stage-waiting-symbolic", "accent" },
  [TRANCHE_STAGE_APPROVED] = { N_("Approved"), "tranche-stage-approved-symbolic", "accent" },
  [TRANCHE_STAGE_COOLING] = { N_("Cooling off"), "tranche-stage-cooling-symbolic", "warning" },
  [TRANCHE_STAGE_READY] = { N_("Ready to commit"), "tranche-stage-ready-symbolic", "success" },
  [TRANCHE_STAGE_COMMITTED] = { N_("Committed"), "tranche-stage-committed-symbolic", "success" },
  [TRANCHE_STAGE_CLOSED] = { N_("Closed"), "tranche-stage-closed-symbolic", "dimmed" },
  [TRANCHE_STAGE_RETURNED] = { N_("Returned"), "tranche-stage-returned-symbolic", "dimmed" },
  [TRANCHE_STAGE_CANCELED] = { N_("Canceled"), "tranche-stage-canceled-symbolic", "dimmed" },
  [TRANCHE_STAGE_REJECTED] = { N_("Rejected"), "tranche-stage-rejected-symbolic", "error" },
  [TRANCHE_STAGE_UNKNOWN] = { N_("Unknown"), "tranche-stage-unknown-symbolic", "error" },
};

/* A number that is not a stage was written by a newer program: unknown. */
static TrancheStage
known_stage (TrancheStage stage)
{
  return (guint) stage < TRANCHE_N_STAGES ? stage : TRANCHE_STAGE_UNKNOWN;
}

const char *
tranche_stage_label (TrancheStage stage)
{
  return _(stage_words[known_stage (stage)].label);
}

const char *
tranche_stage_icon_name (TrancheStage stage)
{
  return stage_words[known_stage (stage)].icon_name;
}

const char *
tranche_stage_css_class (TrancheStage stage)
{
  return stage_words[known_stage (stage)].css_class;
}

const char *
tranche_reason_label (TrancheReason reason)
{
  switch (reason) {
  case TRANCHE_REASON_CUSTOMER:
    return _("The customer canceled");
  case TRANCHE_REASON_STORE:
    return _("Canceled by the shop");
  case TRANCHE_REASON_EXPIRED:
    return _("Nobody acted in time");
  case TRANCHE_REASON_ALL_BANKS:
    return _("Every bank refused");
  case TRANCHE_REASON_CUSTOMER_NOT_FOUND:
    return _("The bank does not know the customer");
  case TRANCHE_REASON_LIMIT:
    return _("The sum is over the customer’s limit");
  case TRANCHE_REASON_OTHER_ORDER:
    return _("The customer has another open order");
  case TRANCHE_REASON_FIRST_PAYMENT:
    return _("Not enough money for the first payment");
  case TRANCHE_REASON_NOT_ACCEPTABLE:
    return _("The bank does not let the customer pay in installments");
  case TRANCHE_REASON_RISK:
    return _("Refused by the bank’s risk rules");
  case TRANCHE_REASON_FRAUD:
    return _("The bank suspects fraud");
  case TRANCHE_REASON_APP_VERSION:
    return _("The customer’s banking app is too old");
  case TRANCHE_REASON_ACCOUNT_CLOSED:
    return _("The customer’s account is closed");
  case TRANCHE_REASON_FAILURE:
    return _("A failure at the bank");
  case TRANCHE_REASON_NONE:
  default:
    return "";
  }
}

const char *
tranche_reason_advice (TrancheReason reason)
{
  switch (reason) {
  case TRANCHE_REASON_CUSTOMER:
  case TRANCHE_REASON_STORE:
    return _("If the customer still wants to buy, make a new order.");
  case TRANCHE_REASON_EXPIRED:
    return _("Call the customer and make a new order.");
  case TRANCHE_REASON_ALL_BANKS:
    return _("Offer another way to pay, or a smaller sum.");
  case TRANCHE_REASON_CUSTOMER_NOT_FOUND:
    return _("Check the phone number and make a new order.");
  case TRANCHE_REASON_LIMIT:
    return _("Lower the sum and make a new order.");
  case TRANCHE_REASON_OTHER_ORDER:
    return _("Wait 15 minutes or have the customer cancel the other order, then make a new one.");
  case TRANCHE_REASON_FIRST_PAYMENT:
    return _("Have the customer top up the card, then make a new order.");
  case TRANCHE_REASON_NOT_ACCEPTABLE:
  case TRANCHE_REASON_RISK:
  case TRANCHE_REASON_FRAUD:
  case TRANCHE_REASON_ACCOUNT_CLOSED:
    return _("Only the bank can say more: have the customer ask its support.");
  case TRANCHE_REASON_APP_VERSION:
    return _("Have the customer update the app, then make a new order.");
  case TRANCHE_REASON_FAILURE:
    return _("Make a new order in five minutes.");
  case TRANCHE_REASON_NONE:
  default:
    return "";
  }
}
