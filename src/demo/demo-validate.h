/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-application.h"
#include "demo/demo-refusal.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Checks the body of create or create-demo by the tables of the bank's document: required fields, types, lengths in characters, then what
 * the fields say, then whether it adds up. Whether the shop exists is not
 * asked here. %NULL when something was added to @refusal. */
TrancheDemoApplication *tranche_demo_validate_create (JsonObject         *body,
                                                      TrancheDemoRefusal *refusal);

G_END_DECLS
