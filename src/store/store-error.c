/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/store-error.h"

G_DEFINE_QUARK (tranche-store-error-quark, tranche_store_error)
