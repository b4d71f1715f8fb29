// SPDX-License-Identifier: GPL-3.0-or-later
// What the user looks at: selection and evidence in focus. Views read and change it; they own no such state themselves.
#pragma once

#include "analysis/posture.h"

#include <QObject>

namespace bartizan::desktop {

class ViewState : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    WorkloadId workload() const { return m_workload; }
    int finding() const { return m_finding; }
    const Evidence& evidence() const { return m_evidence; }

    void clear();
    void selectWorkload(WorkloadId workload);
    void selectFinding(int finding); // index into Posture::findings, -1 = none
    void showEvidence(const Evidence& evidence);

signals:
    void workloadChanged();
    void findingChanged();
    void evidenceChanged();

private:
    WorkloadId m_workload;
    int m_finding = -1;
    Evidence m_evidence;
};

} // namespace bartizan::desktop
