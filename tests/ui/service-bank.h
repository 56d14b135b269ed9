/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"

G_BEGIN_DECLS

#define SERVICE_TYPE_BANK (service_bank_get_type ())
G_DECLARE_FINAL_TYPE (ServiceBank, service_bank, SERVICE, BANK, GObject)

/* A bank in memory that offers services and answers questions only. What it is
 * to answer next is set before it is asked; without an answer it fails with the
 * error that was planned, or as if it were down. */
ServiceBank  *service_bank_new              (TrancheCapabilities   capabilities);
/* A contract with every field, of the customer "Сидоренко Олександр". */
TrancheContract *service_bank_new_contract  (void);

/* The answers are taken and given once. */
void          service_bank_plan_contract    (ServiceBank          *self,
                                             TrancheContract      *contract);
void          service_bank_plan_pdf         (ServiceBank          *self,
                                             GBytes               *pdf);
void          service_bank_plan_details     (ServiceBank          *self,
                                             TrancheOrderDetails  *details);
void          service_bank_plan_report      (ServiceBank          *self,
                                             GPtrArray            *lines);
void          service_bank_plan_payout      (ServiceBank          *self,
                                             TranchePayout        *payout);
void          service_bank_plan_error       (ServiceBank          *self,
                                             GError               *error);
/* What it was last asked with: the invoice or the day. (nullable) */
const char   *service_bank_get_last_text    (ServiceBank          *self);

G_END_DECLS
